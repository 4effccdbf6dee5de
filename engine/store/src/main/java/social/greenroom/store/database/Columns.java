package social.greenroom.store.database;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the arrays that {@code unnest} makes rows of again: one statement writes all of them.
 *
 * @param <T> what a row is made of
 */
public final class Columns<T> {
  private final List<T> rows;

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  public static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(List.copyOf(rows));
  }

  /** One column: a value, or null, of each row. */
  public @Nullable Object[] each(Function<? super T, ? extends @Nullable Object> value) {
    return rows.stream().map(value).toArray();
  }
}
