package social.greenroom.operator.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does work on a thread of its own, again and again: when woken, and after the pause that the work
 * itself names. Woken while at work, it goes round once more.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
  private static final long STOP_SECONDS = 10;

  private final Supplier<Duration> round;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param round does the work and returns how long to wait for the next, unless woken
   */
  public Rounds(String name, Supplier<Duration> round) {
    this.round = round;
    this.thread = new Thread(this::run, "greenroom-" + name);
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Asks for a round now. */
  public void wake() {
    bell.release();
  }

  private void run() {
    while (!closed) {
      try {
        pause(guarded());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Duration guarded() {
    try {
      return round.get();
    } catch (RuntimeException | Error e) {
      // An Error too: a leader whose planner has silently ended would keep the others waiting.
      if (!closed) {
        LOG.warnf("%s is tried again: %s", thread.getName(), e.getMessage());
        LOG.debug("The failure", e);
      }
      return AFTER_A_FAILURE;
    }
  }

  private void pause(Duration pause) throws InterruptedException {
    var woken = bell.tryAcquire(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
    if (woken) {
      // However often the bell rang, one round answers it.
      bell.drainPermits();
    }
  }

  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
