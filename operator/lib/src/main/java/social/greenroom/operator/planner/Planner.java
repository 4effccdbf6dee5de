package social.greenroom.operator.planner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobState;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.change.Change;
import social.greenroom.store.lookup.DueTenant;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.publish.DispatchRow;

/**
 * Knows when each tenant's next post is due, and writes a dispatch, then makes a publish Job named
 * after it, ahead of time. Everything it does can be done again: the rows are the memory.
 */
@ApplicationScoped
public class Planner {
  private static final Logger LOG = Logger.getLogger(Planner.class);
  private static final Set<String> CONCERNING =
      Set.of("variant", "stop", "talent", "account", "tenant");

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final Dispatches dispatches;
  private final SettlingDispatches settling;
  private final PublishJobs jobs;
  private final ChangeFeed changes;
  private final OperatorConfig config;
  private final Clock clock = Clock.systemUTC();
  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
  private final Set<JobSeen> jobsSeen = ConcurrentHashMap.newKeySet();
  private final Rounds rounds = new Rounds("planner", this::round);
  private Instant nextLook = Instant.MIN;

  Planner(
      OperatorDatabases databases,
      TenantDirectory tenants,
      Dispatches dispatches,
      SettlingDispatches settling,
      PublishJobs jobs,
      ChangeFeed changes,
      OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.dispatches = dispatches;
    this.settling = settling;
    this.jobs = jobs;
    this.changes = changes;
    this.config = config;
  }

  private record JobSeen(String namespace, UUID dispatchId) {}

  void start(@Observes LeadershipGained gained) {
    changes.listen(this::changed, rounds::wake);
    jobs.watch(
        (namespace, dispatchId) -> {
          jobsSeen.add(new JobSeen(namespace, dispatchId));
          rounds.wake();
        });
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  private void changed(Change change) {
    if (CONCERNING.contains(change.kind())) {
      touched.add(change.tenant());
      rounds.wake();
    }
  }

  private Duration round() {
    var now = clock.instant();
    followJobs();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(config.pollInterval());
      lookEverywhere(now);
    }
    var concerned = new HashSet<>(touched);
    touched.removeAll(concerned);
    databases.lookup().dueSoon(now.plus(config.startAhead())).stream()
        .map(DueTenant::tenantId)
        .forEach(concerned::add);
    for (var id : concerned) {
      tenants
          .byId(id)
          .filter(tenant -> !done(tenant, () -> plan(tenant, now)))
          .ifPresent(failed -> touched.add(failed.id()));
    }
    return untilNext(clock.instant());
  }

  /** Does one tenant's part; what goes wrong there holds up nobody else, and is tried again. */
  private static boolean done(TenantRef tenant, Runnable part) {
    try {
      part.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("Tenant %s is planned again later: %s", tenant.name(), e.getMessage());
      LOG.debug("The failure", e);
      return false;
    }
  }

  private void plan(TenantRef tenant, Instant now) {
    var made =
        databases
            .tenants()
            .in(tenant.id(), session -> new DispatchPlan(session, now, config.startAhead()).make());
    made.forEach(dispatch -> dispatches.launch(tenant, dispatch));
  }

  private void followJobs() {
    for (var seen : Set.copyOf(jobsSeen)) {
      jobsSeen.remove(seen);
      tenants
          .in(seen.namespace())
          .ifPresent(tenant -> done(tenant, () -> follow(tenant, seen.dispatchId())));
    }
  }

  /**
   * A dispatch ends when its Job has ended or is gone, and no pod of it is left: a Job that is past
   * its deadline has failed before its pods have ended.
   */
  private void follow(TenantRef tenant, UUID dispatchId) {
    var job = jobs.find(tenant, dispatchId);
    if (job.isPresent() && !JobState.of(job.get()).ended()) {
      dispatches.seen(tenant, dispatchId, job.get());
    } else if (job.filter(JobState::active).isEmpty() && !jobs.podsLeft(tenant, dispatchId)) {
      dispatches.end(tenant, dispatchId, job.map(JobState::end).orElse("Its Job is gone."));
    }
  }

  /** What announcements and events may have missed, and what nothing announces: lost senders. */
  private void lookEverywhere(Instant now) {
    for (var id : databases.lookup().tenantsWithOpenDispatches()) {
      tenants.byId(id).ifPresent(tenant -> done(tenant, () -> followOpen(tenant)));
    }
    var doubtful = new HashSet<UUID>(databases.lookup().tenantsWithOrphans(config.orphanAfter()));
    doubtful.addAll(databases.lookup().tenantsWithUnknown());
    for (var tenant : tenants.all()) {
      if (doubtful.contains(tenant.id())) {
        done(
            tenant,
            () ->
                settling
                    .plan(tenant, now)
                    .ifPresent(dispatch -> dispatches.launch(tenant, dispatch)));
      } else {
        settling.clear(tenant.id());
      }
    }
  }

  private void followOpen(TenantRef tenant) {
    var open = databases.tenants().in(tenant.id(), session -> session.dispatches().open());
    for (DispatchRow dispatch : open) {
      if (dispatch.state().equals("planned") && jobs.find(tenant, dispatch.id()).isEmpty()) {
        dispatches.launch(tenant, dispatch);
      } else {
        follow(tenant, dispatch.id());
      }
    }
  }

  private Duration untilNext(Instant now) {
    var poll = Duration.between(now, nextLook);
    return databases
        .lookup()
        .nextDue()
        .map(due -> Duration.between(now, due.minus(config.startAhead())))
        // What is due and wasn't planned is held: it is looked at with the next poll.
        .filter(until -> !until.isNegative() && !until.isZero())
        .filter(until -> until.compareTo(poll) < 0)
        .orElse(poll);
  }
}
