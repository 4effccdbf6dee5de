package social.greenroom.operator.config;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Durations as resources write them: hours, minutes and seconds, such as {@code 1h30m}. */
public final class ResourceDurations {
  private ResourceDurations() {}

  /**
   * @throws java.time.format.DateTimeParseException for anything the schema wouldn't have let in
   */
  public static @Nullable Duration parse(@Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
