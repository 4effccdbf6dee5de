package social.greenroom.standalone.up;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM. The main thread waits for the signal and then closes everything in order; the
 * JVM's shutdown waits for it to finish.
 */
final class StopSignal implements AutoCloseable {
  private static final long LONGEST_STOP_MILLIS = 9_500;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private StopSignal() {}

  /** To be called by the thread that will close everything, and then this. */
  static StopSignal install() {
    var signal = new StopSignal();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  signal.requested.countDown();
                  try {
                    // Not a join of the main thread: it ends in System.exit, which waits for this
                    // hook.
                    signal.awaitClosed();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "greenroom-stop"));
    return signal;
  }

  void await() throws InterruptedException {
    requested.await();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void awaitClosed() throws InterruptedException {
    if (!closed.await(LONGEST_STOP_MILLIS, TimeUnit.MILLISECONDS)) {
      System.err.println("Not everything stopped in time; the next start takes up what was left.");
    }
  }
}
