package social.greenroom.standalone.jobs;

import java.nio.file.Path;
import java.util.Map;

/**
 * A clock of their own for the pool and for Jobs, where a fault test wants them wrong. A cluster's
 * nodes have a clock each; here it takes libfaketime, which the environment names:
 * GREENROOM_SPLIT_FAKETIME is the library, GREENROOM_SPLIT_CLOCKS a folder with the files {@code
 * pool} and {@code jobs}, whose words ({@code +90s}) are read again every second.
 */
public final class WrongClock {
  private WrongClock() {}

  /**
   * What the process finds in its environment; nothing unless a test asks for it.
   *
   * @param whose pool or jobs
   */
  public static Map<String, String> of(String whose, Map<String, String> environment) {
    var library = environment.get("GREENROOM_SPLIT_FAKETIME");
    var folder = environment.get("GREENROOM_SPLIT_CLOCKS");
    if (library == null || folder == null) {
      return Map.of();
    }
    return Map.of(
        "LD_PRELOAD",
        library,
        "FAKETIME_TIMESTAMP_FILE",
        Path.of(folder, whose).toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        // What counts time passed isn't set wrong by setting a clock, and a JVM waits by it.
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
