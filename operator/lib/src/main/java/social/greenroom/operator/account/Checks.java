package social.greenroom.operator.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.Jobs;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.tenant.TenantResources;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.lookup.TenantToCheck;

/** Makes the Jobs that look at accounts: at most one of a tenant's at work at a time. */
@ApplicationScoped
class Checks {
  private static final Logger LOG = Logger.getLogger(Checks.class);
  private static final Duration BREATH = Duration.ofMillis(100);

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final TenantResources resources;
  private final Jobs jobs;
  private final CheckJobs running;
  private final ChangeFeed changes;
  private final Duration poll;
  private final Clock clock = Clock.systemUTC();
  private final Rounds rounds = new Rounds("checks", this::round);

  Checks(
      OperatorDatabases databases,
      TenantDirectory tenants,
      TenantResources resources,
      Jobs jobs,
      CheckJobs running,
      ChangeFeed changes,
      OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.resources = resources;
    this.jobs = jobs;
    this.running = running;
    this.changes = changes;
    this.poll = config.pollInterval();
  }

  void start(@Observes LeadershipGained gained) {
    running.watch(rounds::wake);
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  /** An account is to be looked at. */
  void wake() {
    rounds.wake();
  }

  private Duration round() {
    // Each account that is wanted wakes it.
    LockSupport.parkNanos(BREATH.toNanos());
    var pause = poll;
    for (var waiting : databases.lookup().tenantsToCheck()) {
      var tenant = tenants.byId(waiting.tenantId());
      var left =
          Gathering.left(
              waiting.firstWaits(),
              waiting.lastWaits(),
              () -> tenant.filter(this::expectsMore).isPresent());
      if (left.compareTo(Duration.ZERO) <= 0) {
        tenant.ifPresent(owner -> make(owner, waiting));
      } else if (left.compareTo(pause) < 0) {
        pause = left;
      }
    }
    return pause;
  }

  /** One of which nothing can be said for so long, as when its look fails, holds up no others. */
  private boolean expectsMore(TenantRef tenant) {
    var since = clock.instant().minus(Gathering.LONGEST);
    return changes.isOneComing(Wake.ACCOUNTS, tenant.namespace(), since);
  }

  private void make(TenantRef tenant, TenantToCheck waiting) {
    if (running.any(tenant.namespace())) {
      return;
    }
    try {
      resources
          .of(tenant)
          .ifPresent(
              owner -> jobs.make(JobKind.CHECK, subject(waiting), tenant.namespace(), owner));
    } catch (RuntimeException e) {
      // As when the namespace is being deleted: it holds up nobody else's.
      LOG.warnf("Accounts of tenant %s are looked at later: %s", tenant.name(), e.getMessage());
    }
  }

  /**
   * The same as long as the account that waits longest does, so that a round that runs twice makes
   * one Job, and a Job that failed is made again when it is gone.
   */
  private static UUID subject(TenantToCheck waiting) {
    var first = "%s %s".formatted(waiting.tenantId(), waiting.since());
    return UUID.nameUUIDFromBytes(first.getBytes(StandardCharsets.UTF_8));
  }
}
