package social.greenroom.api.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a value in a body has to be, in words. */
final class ExpectedForm {
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          String.class, "a text",
          boolean.class, "true or false",
          int.class, "a whole number",
          long.class, "a whole number",
          double.class, "a number",
          UUID.class, "an id such as 01a205cd-11f2-71c5-89d4-ad8f2b6eb2fd",
          Instant.class, "a time such as 2026-03-31T09:30:00Z",
          LocalDate.class, "a date such as 2026-03-31");

  private static final Map<Class<?>, Class<?>> UNBOXED =
      Map.of(
          Boolean.class, boolean.class,
          Integer.class, int.class,
          Long.class, long.class,
          Double.class, double.class);

  private ExpectedForm() {}

  /**
   * @param type what it would have been read as; null where that isn't known
   * @return for example "a whole number"; empty where the type alone doesn't say it
   */
  static Optional<String> of(@Nullable Class<?> type) {
    if (type == null) {
      return Optional.empty();
    }
    return Collection.class.isAssignableFrom(type)
        ? Optional.of("a list")
        : Optional.ofNullable(WORDS.get(UNBOXED.getOrDefault(type, type)));
  }
}
