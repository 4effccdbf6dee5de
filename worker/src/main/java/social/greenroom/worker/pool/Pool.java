package social.greenroom.worker.pool;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import social.greenroom.store.lookup.PoolLookup;
import social.greenroom.store.publish.Claim;
import social.greenroom.worker.publish.TenantPublisher;

/**
 * Sends what is queued and due, whichever tenant's it is: woken by what is announced and by the
 * next post's time. It takes posts by the same claims as Jobs do, one tenant at a time.
 */
final class Pool {
  private static final System.Logger LOG = System.getLogger(Pool.class.getName());

  /** Longer than any adapter waits for its network. */
  private static final Duration LANDING = Duration.ofSeconds(90);

  /** Between two looks for what was due and couldn't be had: it is held, or its account busy. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** A look costs the database something; it gets so many times that to do other work. */
  private static final int SPARE = 4;

  private static final Duration BREATH = Duration.ofMillis(10);

  private final PoolLookup work;
  private final PoolTenants tenants;
  private final PoolDoubts doubts;
  private final PoolSettings settings;
  private final Air air;
  private final ExecutorService threads;
  private final LongAdder landed = new LongAdder();
  private volatile boolean leaving;
  private volatile long lookedAt = System.nanoTime();

  Pool(PoolLookup work, PoolTenants tenants, PoolDoubts doubts, PoolSettings settings) {
    this.work = work;
    this.tenants = tenants;
    this.doubts = doubts;
    this.settings = settings;
    this.air = new Air(settings);
    this.threads = Executors.newCachedThreadPool(task -> new Thread(task, "pool-flight"));
  }

  /** Something of the tenant's was announced. */
  void changed(UUID tenantId) {
    air.changed(tenantId);
  }

  /** Something may have been missed. */
  void look() {
    air.ring();
  }

  /** It takes nothing more from here on; what is on its way ends in the ledger. */
  void leave() {
    leaving = true;
    air.ring();
  }

  int flying() {
    return air.flying();
  }

  /** How many have landed since it began. */
  long landed() {
    return landed.sum();
  }

  boolean leaving() {
    return leaving;
  }

  /** How long ago it last looked for work. */
  Duration sinceLook() {
    return Duration.ofNanos(System.nanoTime() - lookedAt);
  }

  /**
   * Sends until it is told to leave and nothing is on its way any more.
   *
   * @param told runs when it was told to leave, before it waits for what is on its way
   * @throws InterruptedException when the thread is interrupted; what is on its way ends first
   */
  void run(Runnable told) throws InterruptedException {
    try {
      while (!leaving) {
        air.awaitRing(round());
      }
    } finally {
      leaving = true;
      land(told);
    }
  }

  /** Sends what is due as far as there is room; returns how long to wait for more. */
  private Duration round() throws InterruptedException {
    long began = System.nanoTime();
    try {
      var turns = air.reserve(work.due());
      turns.forEach((tenant, flights) -> threads.execute(() -> take(tenant, flights)));
      var next = work.untilNextDue().orElse(settings.lookAgain());
      lookedAt = System.nanoTime();
      breathe(Duration.ofNanos(lookedAt - began).multipliedBy(SPARE));
      return next.compareTo(settings.lookAgain()) < 0 ? next : settings.lookAgain();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The pool looks again for work: {0}", e.getMessage());
      // It doesn't hang. To be started anew would cost it what came of calls, which it keeps until
      // the database is back.
      lookedAt = System.nanoTime();
      breathe(REST);
      return settings.lookAgain();
    }
  }

  private static void breathe(Duration pause) throws InterruptedException {
    var bounded = pause.compareTo(REST) < 0 ? pause : REST;
    Thread.sleep(Math.max(bounded.toMillis(), BREATH.toMillis()));
  }

  private void take(UUID tenantId, int flights) {
    int unused = flights;
    try {
      var publisher = tenants.of(tenantId);
      List<Claim> claims = leaving ? List.of() : publisher.claim(null, flights);
      if (claims.size() < flights) {
        air.rest(tenantId, REST);
      }
      for (var claim : claims) {
        unused--;
        threads.execute(() -> fly(tenantId, publisher, claim));
      }
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "Tenant {0} is served again later: {1}", tenantId, e.toString());
      tenants.forget(tenantId);
      air.rest(tenantId, REST);
    } finally {
      air.landed(tenantId, unused);
    }
  }

  private void fly(UUID tenantId, TenantPublisher publisher, Claim claim) {
    try {
      publisher.publish(claim).ifPresent(own -> doubts.settle(publisher, own));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // An Error too: a flight that never lands would hold its room for ever.
      LOG.log(Level.WARNING, "A variant is left to be settled: {0}", e.toString());
    } finally {
      landed.increment();
      air.landed(tenantId, 1);
    }
  }

  private void land(Runnable told) throws InterruptedException {
    var interrupted = Thread.interrupted();
    try {
      told.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "That the pool leaves isn't written down: {0}", e.getMessage());
    }
    if (!air.awaitEmpty(LANDING)) {
      LOG.log(Level.WARNING, "{0} flights are left to be settled.", air.flying());
    }
    threads.shutdownNow();
    threads.awaitTermination(1, TimeUnit.SECONDS);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
