package social.greenroom.operator.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.request.NewPostRequests;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.request.IntakeRow;

/**
 * Turns what people handed in into PostRequests. The row stays waiting until the request is kept in
 * the database, so nothing is lost in between, and the name keeps it from appearing twice.
 */
@ApplicationScoped
public class Intake {
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

  void start(@Observes StartupEvent started) {
    changes.listen(
        change -> {
          if (change.kind().equals("intake")) {
            rounds.wake();
          }
        },
        rounds::wake);
    rounds.start();
  }

  void stop(@Observes ShutdownEvent ending) {
    rounds.close();
  }

  private Duration round() {
    for (var waiting : databases.lookup().intakeWaiting(AT_ONCE)) {
      tenants.byId(waiting.tenantId()).ifPresent(tenant -> take(tenant, waiting.intakeId()));
    }
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
      requests.make(tenant.namespace(), intake.requestName(), spec);
    } else if (refusal != null) {
      databases
          .tenants()
          .run(tenant.id(), session -> session.intake().refuse(intake.id(), refusal));
    }
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
