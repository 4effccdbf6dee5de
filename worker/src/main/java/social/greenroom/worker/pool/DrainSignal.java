package social.greenroom.worker.pool;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has the pool leave when the process is told to end, and keeps the process until it has. */
final class DrainSignal implements AutoCloseable {
  /** Longer than the pool waits for what is on its way. */
  private static final Duration PATIENCE = Duration.ofSeconds(95);

  private final CountDownLatch left = new CountDownLatch(1);
  private final Thread hook;

  private DrainSignal(Pool pool) {
    this.hook = new Thread(() -> drain(pool), "pool-drain");
  }

  static DrainSignal install(Pool pool) {
    var signal = new DrainSignal(pool);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void drain(Pool pool) {
    pool.leave();
    try {
      left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    left.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: that is what it waited for.
    }
  }
}
