package social.greenroom.store.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last row of a page, by the values the list is sorted by.
 *
 * @param first the first sort key; null where the row has none
 * @param second the second sort key, or the first again where there is just one
 */
public record Cursor(@Nullable Instant first, Instant second, UUID id) {
  /** Opaque, and safe in a URL. */
  public String encoded() {
    var text = "%s|%s|%s".formatted(first == null ? "" : first, second, id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * Reads what {@link #encoded} wrote; null stays null.
   *
   * @throws IllegalArgumentException with a sentence, for anything else
   */
  public static @Nullable Cursor decode(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", -1);
      if (parts.length == 3) {
        var first = parts[0].isEmpty() ? null : Instant.parse(parts[0]);
        return new Cursor(first, Instant.parse(parts[1]), UUID.fromString(parts[2]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(REFUSED, e);
    }
    throw new IllegalArgumentException(REFUSED);
  }

  private static final String REFUSED =
      "The field cursor isn't one that a list returned; leave it out to begin anew.";
}
