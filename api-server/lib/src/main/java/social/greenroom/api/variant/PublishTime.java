package social.greenroom.api.variant;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a post shall go out, as asked for: {@code now} or an instant.
 *
 * @param text as it was sent
 */
@Schema(name = "PublishTime", type = SchemaType.STRING, implementation = String.class)
public record PublishTime(String text) {
  /** Right away. */
  public static final PublishTime NOW = new PublishTime("now");

  public PublishTime {
    if (!text.equals("now")) {
      parse(text);
    }
  }

  @JsonCreator
  static PublishTime of(String text) {
    return new PublishTime(text);
  }

  /** The instant that is meant, where it is {@code now}. */
  public Instant at(Instant now) {
    return this.equals(NOW) ? now : parse(text);
  }

  private static Instant parse(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "A time is 'now' or like 2026-11-21T18:00:00Z, in UTC.", e);
    }
  }
}
