package social.greenroom.store.database;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next part begins, opaque; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /** A page of at most limit rows, given up to limit + 1 of them in order. */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> place) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    var items = rows.subList(0, limit);
    return new Page<>(items, place.apply(items.get(limit - 1)).encoded());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> as) {
    return new Page<>(items.stream().<R>map(as).toList(), nextCursor);
  }
}
