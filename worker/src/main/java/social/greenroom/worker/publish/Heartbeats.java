package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import social.greenroom.store.publish.Claim;

/**
 * Tells the database that the sender of what is in flight is alive: one thread, and one statement
 * for all of a tenant's, since a statement for each would cost more than most flights.
 */
public final class Heartbeats implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Heartbeats.class.getName());

  private final Duration interval;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;

  /** Begins, with so long between two signs of life. */
  public Heartbeats(Duration interval) {
    this.interval = interval;
    this.thread = new Thread(this::run, "heartbeat");
    this.thread.setDaemon(true);
    this.thread.start();
  }

  /** Where signs of life are written. */
  @FunctionalInterface
  interface Beats {
    /** Writes them; returns the variants whose claims are still held. */
    Set<UUID> beat(Collection<Claim> claims);
  }

  /** Keeps the claim alive until the watch is closed. */
  Watch watch(Claim claim, Beats beats) {
    var watch = new Watch(this, claim, beats);
    watches.add(watch);
    return watch;
  }

  /** A claim that is kept alive. */
  static final class Watch implements AutoCloseable {
    private final Heartbeats heartbeats;
    private final Claim claim;
    private final Beats beats;
    private volatile boolean lost;

    private Watch(Heartbeats heartbeats, Claim claim, Beats beats) {
      this.heartbeats = heartbeats;
      this.claim = claim;
      this.beats = beats;
    }

    /** True once the claim is known to be another's: nothing more may be written for it. */
    boolean lost() {
      return lost;
    }

    @Override
    public void close() {
      heartbeats.watches.remove(this);
    }
  }

  private void run() {
    try {
      while (!done.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        Map<Beats, List<Watch>> together =
            watches.stream()
                .filter(watch -> !watch.lost)
                .collect(Collectors.groupingBy(watch -> watch.beats));
        together.forEach(Heartbeats::beat);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void beat(Beats beats, List<Watch> watches) {
    try {
      var held = beats.beat(watches.stream().map(watch -> watch.claim).toList());
      for (var watch : watches) {
        watch.lost = !held.contains(watch.claim.variantId());
      }
    } catch (RuntimeException e) {
      // The database is away, which isn't a lost claim yet: when it is back, the next beat tells.
      LOG.log(Level.WARNING, "Heartbeats couldn''t be written: {0}", e.getMessage());
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
