package social.greenroom.api.series;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is wanted of a series, new or changed. */
record SeriesWish(
    @Nullable String text,
    @Nullable List<UUID> accountIds,
    @Nullable String link,
    @Nullable SeriesRule recurrence,
    @Nullable SeriesRepeats evergreen) {
  /** Its words; empty for none. */
  String words() {
    return text == null ? "" : text.strip();
  }

  List<UUID> accounts() {
    return accountIds == null ? List.of() : accountIds;
  }
}
