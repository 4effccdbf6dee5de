package social.greenroom.operator.series;

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
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.InTurn;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.series.AskedRow;
import social.greenroom.store.series.AskedState;

/**
 * Declares what people asked for as series: makes their PostSeries, changes and deletes it. The row
 * waits until the resource says so, and the name is the row's, so nothing is lost or made twice.
 */
@ApplicationScoped
public class AskedSeries {
  private static final Logger LOG = Logger.getLogger(AskedSeries.class);
  private static final int AT_ONCE = 100;

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final SeriesResources resources;
  private final ChangeFeed changes;
  private final OperatorConfig config;
  private final Rounds rounds = new Rounds("series", this::round);

  AskedSeries(
      OperatorDatabases databases,
      TenantDirectory tenants,
      SeriesResources resources,
      ChangeFeed changes,
      OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.resources = resources;
    this.changes = changes;
    this.config = config;
  }

  void start(@Observes LeadershipGained gained) {
    changes.listen(
        change -> {
          if (change.kind().equals("series_asked")) {
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
        databases.lookup().seriesWaiting(AT_ONCE),
        waiting ->
            tenants
                .byId(waiting.tenantId())
                .ifPresent(
                    tenant ->
                        LogFields.ofTenant(tenant.id(), () -> act(tenant, waiting.seriesId()))),
        LOG,
        "%d series are declared later, the last because of: %s");
    return databases
        .lookup()
        .nextSeriesDue()
        .filter(until -> until.compareTo(config.pollInterval()) < 0)
        .orElse(config.pollInterval());
  }

  private record Wanted(AskedRow row, String name, AskedDeclaration declaration) {}

  private void act(TenantRef tenant, UUID id) {
    databases
        .tenants()
        .in(tenant.id(), session -> wanted(session, id))
        .ifPresent(
            wanted -> {
              if (wanted.row().endsAt() == null) {
                declare(tenant, wanted);
              } else {
                end(tenant, wanted);
              }
            });
  }

  private static Optional<Wanted> wanted(TenantSession session, UUID id) {
    return session
        .askedSeries()
        .find(id)
        // Deleted meanwhile, perhaps: then there is none to declare any more.
        .filter(row -> row.state() == AskedState.WAITING)
        .map(
            row ->
                new Wanted(
                    row,
                    session.series().find(id).orElseThrow().name(),
                    AskedDeclaration.read(
                        session,
                        row.spec(),
                        session.talents().find(row.talentId()).orElseThrow())));
  }

  private void declare(TenantRef tenant, Wanted wanted) {
    var id = wanted.row().seriesId();
    var version = wanted.row().version();
    var refusal =
        wanted
            .declaration()
            .refusal()
            .or(() -> resources.declare(tenant.namespace(), wanted.name(), wanted.declaration()));
    databases
        .tenants()
        .run(
            tenant.id(),
            session ->
                refusal.ifPresentOrElse(
                    sentence -> session.askedSeries().refuse(id, version, sentence),
                    () -> session.askedSeries().declared(id, version)));
  }

  private void end(TenantRef tenant, Wanted wanted) {
    var cleansUp = resources.delete(tenant.namespace(), wanted.name());
    databases
        .tenants()
        .run(
            tenant.id(),
            session -> {
              if (cleansUp) {
                session.askedSeries().ended(wanted.row().seriesId());
              } else {
                SeriesRows.remove(
                    session, wanted.name(), SeriesRows.reason(session, wanted.name()));
              }
            });
  }
}
