package social.greenroom.operator.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.change.Change;
import social.greenroom.store.lookup.TenantRef;

/**
 * Approves what comes from a source of which the talent's owner said that nobody need be asked. A
 * Job drafts, and can't approve: this is done here, under the owner's standing approval, which the
 * database asks for again.
 */
@ApplicationScoped
public class AutoApproval {
  private static final Logger LOG = Logger.getLogger(AutoApproval.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final ChangeFeed changes;
  private final Clock clock = Clock.systemUTC();
  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean everywhere = new AtomicBoolean(true);
  private final Rounds rounds = new Rounds("auto-approval", this::round);

  AutoApproval(OperatorDatabases databases, TenantDirectory tenants, ChangeFeed changes) {
    this.databases = databases;
    this.tenants = tenants;
    this.changes = changes;
  }

  void start(@Observes LeadershipGained gained) {
    changes.listen(this::changed, this::missed);
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  private void changed(Change change) {
    if (change.kind().equals("variant")) {
      touched.add(change.tenant());
      rounds.wake();
    }
  }

  private void missed() {
    everywhere.set(true);
    rounds.wake();
  }

  private Duration round() {
    if (everywhere.getAndSet(false)) {
      tenants.all().forEach(tenant -> touched.add(tenant.id()));
    }
    for (var id : Set.copyOf(touched)) {
      touched.remove(id);
      tenants.byId(id).ifPresent(this::approve);
    }
    return PAUSE;
  }

  /** What goes wrong for one tenant holds up no other, and is tried again with its next change. */
  private void approve(TenantRef tenant) {
    try {
      var waiting =
          databases.tenants().in(tenant.id(), session -> session.standingApprovals().waiting());
      for (var one : waiting) {
        databases
            .tenants()
            .run(tenant.id(), session -> new SourceApproval(session, clock.instant()).give(one));
      }
    } catch (RuntimeException e) {
      LOG.warnf("Posts of tenant %s wait for their owner: %s", tenant.name(), e.getMessage());
      LOG.debug("The failure", e);
    }
  }
}
