package social.greenroom.worker.pool;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import social.greenroom.core.id.Ids;
import social.greenroom.store.lookup.PoolLookup;
import social.greenroom.store.publish.Senders;
import social.greenroom.worker.publish.TenantPublisher;
import social.greenroom.worker.publish.TenantPublisher.OwnDoubt;

/**
 * Finds out what became of posts that may have gone out: this process's own, and what lost senders
 * left. Settling mostly waits, so it takes no room from what is to be sent.
 */
final class PoolDoubts implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PoolDoubts.class.getName());

  /** So many of a tenant's that wait to follow a post are taken with each look. */
  private static final int AT_ONCE = 8;

  private final PoolLookup work;
  private final Senders senders;
  private final PoolTenantsOf tenants;
  private final Duration silence;
  private final InstantSource clock;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "pool-doubt");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<UUID> settling = ConcurrentHashMap.newKeySet();
  private final Map<UUID, DoubtTurn> turns = new ConcurrentHashMap<>();
  private final Map<UUID, OwnDoubt> returned = new ConcurrentHashMap<>();

  /** Gives a tenant's publisher. */
  @FunctionalInterface
  interface PoolTenantsOf {
    TenantPublisher of(UUID tenantId);
  }

  /**
   * @param silence how long without a sign of life until a sender counts as lost
   */
  PoolDoubts(
      PoolLookup work,
      Senders senders,
      PoolTenantsOf tenants,
      Duration silence,
      InstantSource clock) {
    this.work = work;
    this.senders = senders;
    this.tenants = tenants;
    this.silence = silence;
    this.clock = clock;
  }

  /** A step of settling, on a thread of its own. */
  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }

  /** Settles what this process couldn't tell of its own call. */
  void settle(TenantPublisher publisher, OwnDoubt own) {
    returned.put(own.attemptId(), own);
    aside(own.attemptId(), () -> publisher.settle(own));
  }

  /** Looks once for what lost senders left, and begins to settle it. */
  void look() {
    var doubtful = work.doubtful(silence);
    if (doubtful.isEmpty()) {
      turns.clear();
      returned.clear();
      return;
    }
    var atWork = senders.atWork(silence);
    for (var tenantId : doubtful) {
      try {
        look(tenants.of(tenantId), atWork);
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING, "Doubts of tenant {0} are settled later: {1}", tenantId, e.getMessage());
      }
    }
  }

  private void look(TenantPublisher publisher, Set<String> atWork) {
    publisher.takeOrphans();
    for (var doubt : publisher.doubts()) {
      var id = doubt.attempt().id();
      var turn = turns.computeIfAbsent(id, first -> DoubtTurn.FIRST);
      var now = clock.instant();
      if (!settling.contains(id) && turn.due(doubt, atWork, now)) {
        turns.put(id, turn.next(doubt, now));
        var own = returned.get(id);
        aside(id, own == null ? () -> publisher.settle(doubt, null) : () -> publisher.settle(own));
      }
    }
    follow(publisher, atWork);
  }

  /** What follows posts and was left behind: in doubt, or waiting for its turn. */
  private void follow(TenantPublisher publisher, Set<String> atWork) {
    for (var doubt : publisher.followUpDoubts()) {
      var attempt = doubt.attempt();
      var turn = turns.computeIfAbsent(attempt.id(), first -> DoubtTurn.FIRST);
      var now = clock.instant();
      if (!settling.contains(attempt.id())
          && turn.due(false, attempt.finishedAt(), attempt.worker(), atWork, now)) {
        turns.put(attempt.id(), turn.next(false, now));
        var own = returned.get(attempt.id());
        aside(
            attempt.id(),
            own == null ? () -> publisher.settle(doubt, null) : () -> publisher.settle(own));
      }
    }
    for (var claim : publisher.claimFollowUps(null, AT_ONCE)) {
      aside(
          Ids.next(),
          () -> {
            var doubt = publisher.follow(claim);
            if (doubt.isPresent()) {
              publisher.settle(doubt.get());
            }
          });
    }
  }

  private void aside(UUID attemptId, Step step) {
    settling.add(attemptId);
    threads.execute(
        () -> {
          try {
            step.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Attempt {0} is settled later: {1}", attemptId, e.toString());
          } finally {
            settling.remove(attemptId);
          }
        });
  }

  /** Ends what only waits: the next sender takes it up. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
