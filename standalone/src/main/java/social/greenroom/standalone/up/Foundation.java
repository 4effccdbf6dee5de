package social.greenroom.standalone.up;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/**
 * Closes what was started, the last first, whatever any of them does. It may be closed while more
 * is being started: what begins processes is added before it begins them, and begins none once it
 * is closed.
 */
final class Foundation implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Foundation.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Lock oneCloses = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean closing;

  /**
   * Takes over the closing of that part.
   *
   * @throws StartException when everything is being closed; the part is closed too
   */
  <T extends AutoCloseable> T add(T part) {
    if (!keep(part)) {
      close(part);
      throw new StartException("Greenroom was told to stop.");
    }
    return part;
  }

  private synchronized boolean keep(AutoCloseable part) {
    if (!closing) {
      started.push(part);
    }
    return !closing;
  }

  /** True from when the closing begins. */
  synchronized boolean closing() {
    return closing;
  }

  /** Closes everything; who comes second waits for the first. */
  @Override
  public void close() {
    oneCloses.lock();
    try {
      for (var part = next(); part != null; part = next()) {
        close(part);
      }
      closed.countDown();
    } finally {
      oneCloses.unlock();
    }
  }

  private synchronized @Nullable AutoCloseable next() {
    closing = true;
    return started.poll();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} didn''t stop cleanly: {1}",
          part.getClass().getSimpleName(),
          e.getMessage());
    }
  }

  /** Waits until everything is closed. */
  void awaitClosed() throws InterruptedException {
    closed.await();
  }
}
