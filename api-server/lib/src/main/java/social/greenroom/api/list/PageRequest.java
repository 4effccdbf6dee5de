package social.greenroom.api.list;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.store.database.Cursor;

/**
 * Which part of a list is asked for.
 *
 * @param cursor the nextCursor of the part before
 * @param limit the most items wanted
 */
public record PageRequest(
    @QueryParam("cursor") @Nullable String cursor,
    @QueryParam("limit")
        @DefaultValue("50")
        @Min(value = 1, message = "Ask for at least 1 item (limit).")
        @Max(value = 200, message = "Ask for at most 200 items (limit).")
        int limit) {
  /**
   * The cursor, known to be one.
   *
   * @throws ProblemException 400 if it isn't
   */
  public @Nullable String knownCursor() {
    try {
      return Cursor.decode(cursor) == null ? null : cursor;
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemKind.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
