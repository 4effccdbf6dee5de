package social.greenroom.core.limit;

import java.util.UUID;

/** Where an adapter tells what a network said of its limits, with every answer that says it. */
@FunctionalInterface
public interface RateLog {
  /** For those who keep no limits. */
  RateLog NONE = (account, window) -> {};

  /** The network said so in its answer to a call of that account's. */
  void told(UUID account, RateWindow window);
}
