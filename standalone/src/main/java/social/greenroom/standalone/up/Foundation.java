package social.greenroom.standalone.up;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was started, the last first, whatever any of them does. */
final class Foundation implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Foundation.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /** Takes over the closing of that part. */
  <T extends AutoCloseable> T add(T part) {
    started.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      var part = started.pop();
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
  }
}
