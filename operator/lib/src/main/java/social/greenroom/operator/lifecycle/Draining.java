package social.greenroom.operator.lifecycle;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import social.greenroom.operator.config.OperatorConfig;

/**
 * Lets a reconcile that has begun end before the controllers are stopped. The SDK's own setting,
 * {@code termination-timeout-seconds}, doesn't: it adds a second stop, which waits for nothing and
 * races the first one (seen with 7.2.3).
 */
@Singleton
public class Draining {
  private static final Logger LOG = Logger.getLogger(Draining.class);

  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int running;

  Draining(OperatorConfig config) {
    this.patience = config.terminationTimeout();
  }

  /** A reconcile begins. */
  public void begin() {
    count(1);
  }

  /** A reconcile has ended, however it did. */
  public void end() {
    count(-1);
  }

  private void count(int more) {
    lock.lock();
    try {
      running += more;
      if (running == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void drain(@Observes @Priority(1) ShutdownEvent ending) throws InterruptedException {
    var left = patience.toNanos();
    lock.lock();
    try {
      while (running > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
      if (running > 0) {
        LOG.warnf(
            "%d reconciles are cut after %d seconds; they are done again at the next start.",
            running, TimeUnit.NANOSECONDS.toSeconds(patience.toNanos()));
      }
    } finally {
      lock.unlock();
    }
  }
}
