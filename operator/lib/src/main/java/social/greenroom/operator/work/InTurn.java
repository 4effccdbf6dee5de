package social.greenroom.operator.work;

import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Work that waits, often of several tenants, done one piece after the other. */
public final class InTurn {
  private InTurn() {}

  /**
   * Does each piece. One that fails keeps no other waiting; how many did is told once.
   *
   * @param later what becomes of these, with a %d for how many and a %s for why the last failed
   */
  public static <T> void each(Collection<T> waiting, Consumer<T> work, Logger log, String later) {
    var failed = 0;
    var why = "";
    for (var one : waiting) {
      try {
        work.accept(one);
      } catch (RuntimeException e) {
        failed++;
        why = String.valueOf(e.getMessage());
        log.debugf(e, "%s", one);
      }
    }
    if (failed > 0) {
      log.warnf(later, failed, why);
    }
  }
}
