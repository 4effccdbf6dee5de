package social.greenroom.operator.planner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.clock.Interval;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobState;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.log.LogFields;
import social.greenroom.operator.planner.Routing.Route;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.change.Change;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.publish.DispatchRow;

/**
 * Knows when each tenant's next post is due, and writes a dispatch, then makes a publish Job named
 * after it, ahead of time. Everything it does can be done again: the rows are the memory.
 */
@ApplicationScoped
public class Planner {
  private static final Logger LOG = Logger.getLogger(Planner.class);

  /** What may hold posts or let them go: it counts at once. */
  private static final Set<String> CONCERNING = Set.of("stop", "talent", "account", "tenant");

  /** Every step of every post is announced; one round answers those of this while. */
  private static final Duration BREATH = Duration.ofMillis(50);

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final Dispatches dispatches;
  private final SettlingDispatches settling;
  private final PublishJobs jobs;
  private final PoolWatch pool;
  private final SendRoute route;
  private final ChangeFeed changes;
  private final OperatorConfig config;
  private final Hands hands = new Hands("plans", 4);
  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
  private final Set<UUID> edited = ConcurrentHashMap.newKeySet();
  private final Set<JobSeen> jobsSeen = ConcurrentHashMap.newKeySet();
  private final Rounds rounds = new Rounds("planner", this::round);
  private final Interval everywhere = new Interval();

  Planner(
      OperatorDatabases databases,
      TenantDirectory tenants,
      Dispatches dispatches,
      SettlingDispatches settling,
      PublishJobs jobs,
      PoolWatch pool,
      SendRoute route,
      ChangeFeed changes,
      OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.dispatches = dispatches;
    this.settling = settling;
    this.jobs = jobs;
    this.pool = pool;
    this.route = route;
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
    hands.close();
  }

  private void changed(Change change) {
    if (CONCERNING.contains(change.kind())) {
      touched.add(change.tenant());
      rounds.wake();
    } else if (change.kind().equals("variant")) {
      // What became due is found by its time; that a window has passed, with the next poll.
      edited.add(change.tenant());
      rounds.wake();
    }
  }

  private Duration round() {
    // By whose clock posts are due: this machine's may be wrong, and then all would be late.
    var now = databases.now();
    var asked = System.nanoTime();
    followJobs();
    var concerned = new HashSet<>(touched);
    touched.removeAll(concerned);
    if (everywhere.due(config.pollInterval())) {
      concerned.addAll(edited);
      edited.removeAll(concerned);
      route.measure();
      lookEverywhere(now);
      // What is queued may have been missed, and no claim takes it then.
      concerned.addAll(databases.lookup().tenantsWithOpenDispatches());
      concerned.addAll(databases.lookup().tenantsWaitingForPool());
    }
    var until = now.plus(route.ahead());
    plan(concerned, now, until);
    LockSupport.parkNanos(BREATH.toNanos());
    return untilNext(now.plusNanos(System.nanoTime() - asked), until);
  }

  /** Queues what is due soon; from whom was concerned otherwise, takes back what is held now. */
  private void plan(Set<UUID> concerned, Instant now, Instant until) {
    var due = databases.lookup().dueSoon(until, now.minus(config.pollInterval()));
    int busy = Math.toIntExact(due.stream().filter(tenant -> !tenant.leftOnly()).count());
    var routing = route.routing(now);
    var plans = new ArrayList<Runnable>();
    int jobs = 0;
    for (var tenant : due) {
      var way = routing.of(Duration.between(now, tenant.nextDueAt()), tenant.count(), busy);
      jobs += way == Route.JOB ? 1 : 0;
      concerned.remove(tenant.tenantId());
      plans.add(() -> plan(tenant.tenantId(), each -> queue(each, now, way)));
    }
    if (!concerned.isEmpty()) {
      // While many accounts are made, tenants are concerned time and again that have nothing to go.
      for (var id : databases.lookup().tenantsWithPostsToGo(concerned)) {
        plans.add(() -> plan(id, each -> takeBack(each, now)));
      }
    }
    route.began(jobs);
    hands.all(plans);
  }

  private void plan(UUID tenantId, Consumer<TenantRef> part) {
    tenants
        .byId(tenantId)
        .filter(tenant -> !done(tenant, () -> part.accept(tenant)))
        .ifPresent(failed -> touched.add(failed.id()));
  }

  /** Does one tenant's part; what goes wrong there holds up nobody else, and is tried again. */
  private static boolean done(TenantRef tenant, Runnable part) {
    return LogFields.ofTenant(tenant.id(), () -> ended(tenant, part));
  }

  private static boolean ended(TenantRef tenant, Runnable part) {
    try {
      part.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("Tenant %s is planned again later: %s", tenant.name(), e.getMessage());
      LOG.debug("The failure", e);
      return false;
    }
  }

  private void queue(TenantRef tenant, Instant now, Route way) {
    var made =
        databases
            .tenants()
            .in(tenant.id(), session -> new DispatchPlan(session, now, route.ahead()).make(way));
    made.forEach(dispatch -> dispatches.launch(tenant, dispatch));
  }

  private void takeBack(TenantRef tenant, Instant now) {
    databases
        .tenants()
        .run(tenant.id(), session -> new DispatchPlan(session, now, route.ahead()).takeBack());
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
   * A dispatch ends when its Job has ended, and no pod of it is left: a Job that is past its
   * deadline has failed before its pods have ended. Of a Job that is gone nothing tells when its
   * worker ended, so its signs of life have to have ended too.
   */
  private void follow(TenantRef tenant, UUID dispatchId) {
    var job = jobs.find(tenant, dispatchId);
    job.ifPresent(there -> dispatches.jobSeen(dispatchId));
    var mayRun =
        job.map(there -> !JobState.of(there).ended() || JobState.active(there))
            .orElseGet(() -> dispatches.beating(tenant, dispatchId, config.orphanAfter()));
    if (!mayRun && !jobs.podsLeft(tenant, dispatchId)) {
      dispatches.end(tenant, dispatchId, job.map(JobState::end).orElse("Its Job is gone."));
    }
  }

  /** What announcements and events may have missed, and what nothing announces: lost senders. */
  private void lookEverywhere(Instant now) {
    pool.look();
    var routing = route.routing(now);
    for (var id : databases.lookup().tenantsWithOpenDispatches()) {
      tenants.byId(id).ifPresent(tenant -> done(tenant, () -> followOpen(tenant, routing, now)));
    }
    if (routing.jobsAlone()) {
      databases.lookup().tenantsWaitingForPool().forEach(id -> plan(id, this::takeFromPool));
      settle(now);
    }
  }

  private void takeFromPool(TenantRef tenant) {
    databases
        .tenants()
        .run(
            tenant.id(),
            session -> session.planning().pullBackFromPool("No pool is at work; a Job sends it."));
  }

  private void settle(Instant now) {
    var doubtful = new HashSet<UUID>(databases.lookup().tenantsWithOrphans(config.orphanAfter()));
    doubtful.addAll(databases.lookup().tenantsWithUnknown());
    doubtful.addAll(databases.lookup().tenantsWithFollowUps(config.orphanAfter()));
    settling.clearAllBut(doubtful);
    for (var id : doubtful) {
      tenants
          .byId(id)
          .ifPresent(
              tenant ->
                  done(
                      tenant,
                      () ->
                          settling
                              .plan(tenant, now)
                              .ifPresent(dispatch -> dispatches.launch(tenant, dispatch))));
    }
  }

  private void followOpen(TenantRef tenant, Routing routing, Instant now) {
    var open = databases.tenants().in(tenant.id(), session -> session.dispatches().open());
    for (DispatchRow dispatch : open) {
      if (neverMade(tenant, dispatch)) {
        dispatches.launch(tenant, dispatch);
      } else {
        follow(tenant, dispatch.id());
      }
      if (routing.poolHelpsOut() && dispatch.late(now)) {
        dispatches.giveToPool(tenant, dispatch.id());
      }
    }
  }

  /** A Job that was deleted may be missed here before its event tells of it. */
  private boolean neverMade(TenantRef tenant, DispatchRow dispatch) {
    return dispatch.state().equals("planned")
        && !dispatches.hadJob(dispatch.id())
        && jobs.find(tenant, dispatch.id()).isEmpty();
  }

  /** Until the first is due soon that wasn't, when it was looked until then. */
  private Duration untilNext(Instant now, Instant until) {
    var poll = everywhere.left();
    var ahead = now.plus(route.ahead());
    // What is due and wasn't planned is held: it is looked at with the next poll.
    return databases
        .lookup()
        .nextDue(until)
        .map(due -> Duration.between(ahead, due))
        .filter(left -> left.compareTo(poll) < 0)
        .orElse(poll);
  }
}
