package social.greenroom.worker.pool;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own, until closed. */
final class Every implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Every.class.getName());

  private final CountDownLatch done = new CountDownLatch(1);

  private Every() {}

  static Every start(String name, Duration pause, Runnable work) {
    var every = new Every();
    var thread = new Thread(() -> every.run(pause, work), name);
    thread.setDaemon(true);
    thread.start();
    return every;
  }

  private void run(Duration pause, Runnable work) {
    try {
      while (!done.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        guarded(work);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // An Error too: a process without signs of life is taken for lost.
      LOG.log(
          Level.WARNING, "{0} is tried again: {1}", Thread.currentThread().getName(), e.toString());
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
