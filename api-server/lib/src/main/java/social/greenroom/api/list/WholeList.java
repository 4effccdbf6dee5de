package social.greenroom.api.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.store.database.Page;

/**
 * A short list, handed out in parts. For what an agency has tens of, such as talents; the cursor is
 * then just how far one has read.
 */
public record WholeList<T>(List<T> items) {
  public static <T> WholeList<T> of(List<T> items) {
    return new WholeList<>(items);
  }

  /** The part that is asked for; 400 for a cursor that isn't one of these. */
  public Page<T> part(PageRequest page) {
    int from = Math.min(read(page.cursor()), items.size());
    int to = Math.min(from + page.limit(), items.size());
    return new Page<>(items.subList(from, to), to < items.size() ? write(to) : null);
  }

  private static String write(int place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Integer.toString(place).getBytes(StandardCharsets.US_ASCII));
  }

  private static int read(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Integer.parseUnsignedInt(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(
          ProblemKind.BAD_REQUEST,
          "The field cursor isn't one that a list returned; leave it out to begin anew.");
    }
  }
}
