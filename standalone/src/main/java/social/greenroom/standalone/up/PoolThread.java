package social.greenroom.standalone.up;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import social.greenroom.worker.Worker;

/** The pool in this JVM; begun anew when it ends without having been told to. */
final class PoolThread implements AutoCloseable {
  /** What is on its way ends in the ledger meanwhile, if its network answers. */
  private static final Duration STOP = Duration.ofSeconds(6);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, String> environment;
  private final Thread thread;
  private volatile boolean closing;

  private PoolThread(Map<String, String> environment) {
    this.environment = environment;
    this.thread = new Thread(this::run, "greenroom-pool");
    this.thread.setDaemon(true);
  }

  static PoolThread start(Map<String, String> environment) {
    var pool = new PoolThread(environment);
    pool.thread.start();
    return pool;
  }

  private void run() {
    try {
      while (!closing) {
        Worker.run(List.of("serve"), environment);
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
