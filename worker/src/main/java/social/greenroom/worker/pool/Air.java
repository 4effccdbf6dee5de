package social.greenroom.worker.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import social.greenroom.store.lookup.Waiting;

/** What is on its way, by tenant, and who rests because there was less to take than it seemed. */
final class Air {
  private final PoolSettings settings;
  private final Map<UUID, Integer> flying = new HashMap<>();
  private final Map<UUID, Long> resting = new HashMap<>();
  private int total;
  private boolean rung;

  Air(PoolSettings settings) {
    this.settings = settings;
  }

  /** Keeps room for as many as each tenant may begin now, and says how many. */
  synchronized Map<UUID, Integer> reserve(List<Waiting> waiting) {
    long now = System.nanoTime();
    resting.values().removeIf(until -> until - now < 0);
    var awake = waiting.stream().filter(tenant -> !resting.containsKey(tenant.tenantId())).toList();
    var turns =
        new Turns(settings.flights() - total, settings.perTenant()).deal(awake, Map.copyOf(flying));
    turns.forEach(
        (tenant, flights) -> {
          flying.merge(tenant, flights, Integer::sum);
          total += flights;
        });
    return turns;
  }

  /** So many of the tenant's have landed, or never took off. */
  synchronized void landed(UUID tenantId, int flights) {
    if (flights > 0) {
      flying.merge(tenantId, -flights, Integer::sum);
      flying.remove(tenantId, 0);
      total -= flights;
      ring();
    }
  }

  /** What seemed to wait isn't to be had: it is looked at again then, or when something changed. */
  synchronized void rest(UUID tenantId, Duration pause) {
    resting.put(tenantId, System.nanoTime() + pause.toNanos());
  }

  /** Something of the tenant's has changed. */
  synchronized void changed(UUID tenantId) {
    resting.remove(tenantId);
    ring();
  }

  /** Something may have changed. */
  synchronized void ring() {
    rung = true;
    notifyAll();
  }

  synchronized int flying() {
    return total;
  }

  /** Waits until something has changed since the last wait, at most so long. */
  synchronized void awaitRing(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (!rung) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        break;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 100_000));
    }
    rung = false;
  }

  /** Waits until nothing is on its way, at most so long; true when nothing is. */
  synchronized boolean awaitEmpty(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); total > 0 && left > 0; left = until - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 100_000));
    }
    return total == 0;
  }
}
