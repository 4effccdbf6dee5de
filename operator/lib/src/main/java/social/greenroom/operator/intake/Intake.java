package social.greenroom.operator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.log.LogFields;
import social.greenroom.operator.request.NewPostRequests;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.InTurn;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.request.IntakeRow;

/**
 * Turns what people handed in into PostRequests. The row waits until its PostRequest is there, so
 * nothing is lost in between, and the name keeps it from appearing twice. From then on the request
 * speaks for it: what becomes of that is written to the row, and it isn't made again.
 */
@ApplicationScoped
public class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int AT_ONCE = 100;

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final NewPostRequests requests;
  private final ChangeFeed changes;
  private final OperatorConfig config;
  private final Rounds rounds = new Rounds("intake", this::round);

  Intake(
      OperatorDatabases databases,
      TenantDirectory tenants,
      NewPostRequests requests,
      ChangeFeed changes,
      OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.requests = requests;
    this.changes = changes;
    this.config = config;
  }

  void start(@Observes LeadershipGained gained) {
    changes.listen(
        change -> {
          if (change.kind().equals("intake")) {
            rounds.wake();
          }
        },
        rounds::wake);
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  private Duration round() {
    InTurn.each(
        databases.lookup().intakeWaiting(AT_ONCE),
        waiting ->
            tenants
                .byId(waiting.tenantId())
                .ifPresent(
                    tenant ->
                        LogFields.ofTenant(tenant.id(), () -> take(tenant, waiting.intakeId()))),
        LOG,
        "%d that were handed in are tried again, the last because of: %s");
    return config.pollInterval();
  }

  private void take(TenantRef tenant, UUID intakeId) {
    record Taken(IntakeRow intake, IntakeRequest request) {}

    var taken =
        databases
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .intake()
                        .find(intakeId)
                        .map(intake -> new Taken(intake, request(session, intake))));
    if (taken.isEmpty()) {
      return;
    }
    var intake = taken.get().intake();
    var spec = taken.get().request().spec();
    var refusal = taken.get().request().refusal();
    if (spec != null) {
      requests
          .make(tenant.namespace(), intake.requestName(), spec)
          .ifPresentOrElse(
              sentence -> refuse(tenant, intake, sentence), () -> handOver(tenant, intake));
    } else if (refusal != null) {
      refuse(tenant, intake, refusal);
    }
  }

  private void refuse(TenantRef tenant, IntakeRow intake, String sentence) {
    databases.tenants().run(tenant.id(), session -> session.intake().refuse(intake.id(), sentence));
  }

  private void handOver(TenantRef tenant, IntakeRow intake) {
    databases.tenants().run(tenant.id(), session -> session.intake().handedOver(intake.id()));
  }

  private IntakeRequest request(TenantSession session, IntakeRow intake) {
    var accounts =
        intake.spec().accountIds().stream()
            .map(id -> session.accounts().find(id))
            .flatMap(Optional::stream)
            .toList();
    return IntakeRequest.of(
        intake,
        session.talents().find(intake.talentId()).orElse(null),
        accounts,
        (int) config.requestTtl().toSeconds());
  }
}
