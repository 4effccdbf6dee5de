package social.greenroom.api.variant;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a post shall go out, as asked for: 'now', 'next' (the next free slot), 'best' (the next of
 * the best times that is free) or an instant.
 *
 * @param text as it was sent
 */
@Schema(name = "PublishTime", type = SchemaType.STRING, implementation = String.class)
public record PublishTime(String text) {
  private static final Set<String> WORDS = Set.of("now", "next", "best");

  /** Right away. */
  public static final PublishTime NOW = new PublishTime("now");

  /** At the account's next free slot. */
  public static final PublishTime NEXT = new PublishTime("next");

  /** At the next of the account's best times that is free. */
  public static final PublishTime BEST = new PublishTime("best");

  public PublishTime {
    if (!WORDS.contains(text)) {
      parse(text);
    }
  }

  @JsonCreator
  static PublishTime of(String text) {
    return new PublishTime(text);
  }

  /**
   * The instant that is meant, where it is 'now'.
   *
   * @throws IllegalArgumentException for 'next' and 'best', which only an account knows
   */
  public Instant at(Instant now) {
    return this.equals(NOW) ? now : parse(text);
  }

  private static Instant parse(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "A time is 'now', 'next', 'best' or like 2026-11-21T18:00:00Z, in UTC.", e);
    }
  }
}
