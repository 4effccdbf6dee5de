package social.greenroom.worker.follow;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells the database, while something that follows a post is in flight, that its sender is alive.
 * One thread for each, ended by {@link #close}: few are in flight at once.
 */
final class FollowUpHeartbeat implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FollowUpHeartbeat.class.getName());

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;
  private final BooleanSupplier beat;
  private final Duration interval;
  private volatile boolean lost;

  private FollowUpHeartbeat(BooleanSupplier beat, Duration interval) {
    this.beat = beat;
    this.interval = interval;
    this.thread = new Thread(this::run, "heartbeat");
    this.thread.setDaemon(true);
  }

  /**
   * Starts beating.
   *
   * @param beat writes one beat; false when the claim belongs to somebody else by now
   */
  static FollowUpHeartbeat start(BooleanSupplier beat, Duration interval) {
    var heartbeat = new FollowUpHeartbeat(beat, interval);
    heartbeat.thread.start();
    return heartbeat;
  }

  /** True once the claim is known to be another's: nothing more may be written for it. */
  boolean lost() {
    return lost;
  }

  private void run() {
    try {
      while (!lost && !done.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        lost = !beatOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean beatOnce() {
    try {
      return beat.getAsBoolean();
    } catch (RuntimeException e) {
      // The database is away, which isn't a lost claim yet: when it is back, the next beat tells.
      LOG.log(Level.WARNING, "A heartbeat couldn't be written: {0}", e.getMessage());
      return true;
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
