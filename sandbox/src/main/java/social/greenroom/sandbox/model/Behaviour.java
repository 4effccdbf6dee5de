package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;

/** How the model behaves, and for how many answers more before it is itself again. */
final class Behaviour {
  /** The ways of a model. */
  enum Mode {
    NORMAL,
    /** Answers that aren't JSON, or of the wrong types, or cut off. */
    GARBAGE,
    /** Does what instructions hidden in the content say. */
    OBEY_INJECTION,
    SLOW,
    ERROR;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private Mode mode = Mode.NORMAL;
  private int left;
  private Duration delay = Duration.ZERO;

  /**
   * Sets the mode; without {@code times} it stays.
   *
   * @throws IllegalArgumentException with a sentence that names the field
   */
  void set(JsonObject wanted) {
    var name = wanted.getString("mode", "");
    for (var one : Mode.values()) {
      if (one.key().equals(name)) {
        mode = one;
        left = wanted.getInteger("times", Integer.MAX_VALUE);
        delay = Duration.ofMillis(wanted.getInteger("delayMs", 5000));
        return;
      }
    }
    throw new IllegalArgumentException(
        "'mode' must be normal, garbage, obey-injection, slow or error, not '" + name + "'");
  }

  /** The mode for one answer. */
  Mode next() {
    var now = mode;
    left--;
    if (left <= 0) {
      mode = Mode.NORMAL;
      left = Integer.MAX_VALUE;
    }
    return now;
  }

  Duration delay() {
    return delay;
  }

  JsonObject toJson() {
    return new JsonObject().put("mode", mode.key());
  }
}
