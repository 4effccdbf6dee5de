package social.greenroom.operator.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells of reconciles that failed: one line for a controller in ten seconds, with the number of
 * those it speaks for. With the API server away, everything fails at once.
 */
final class FailureLog {
  private static final Logger LOG = Logger.getLogger(FailureLog.class);
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final Map<String, Told> told = new ConcurrentHashMap<>();

  /**
   * @param untold failures since
   */
  private record Told(long at, int untold) {}

  void failed(String controller, String resource, Exception failure) {
    var now = System.nanoTime();
    told.compute(
        controller,
        (name, before) -> {
          if (before != null && now - before.at() < PAUSE) {
            return new Told(before.at(), before.untold() + 1);
          }
          LOG.warnf(
              "%s %s is tried again: %s (%d others failed since the last word of it)",
              name, resource, failure.getMessage(), before == null ? 0 : before.untold());
          LOG.debug("The failure", failure);
          return new Told(now, 0);
        });
  }
}
