package social.greenroom.standalone.up;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and SIGTERM. The main thread waits for the signal and then closes everything in order; the
 * JVM's shutdown waits for it to finish.
 */
final class StopSignal {
  private static final long LONGEST_STOP_MILLIS = 9_500;

  private final CountDownLatch requested = new CountDownLatch(1);

  private StopSignal() {}

  /** To be called by the thread that will close everything. */
  static StopSignal install() {
    var signal = new StopSignal();
    var main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  signal.requested.countDown();
                  try {
                    main.join(LONGEST_STOP_MILLIS);
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
}
