package social.greenroom.core.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/** When something doesn't occur although its rule says so. */
record Exceptions(Set<LocalDate> days, Set<LocalDateTime> times) {
  Exceptions {
    days = Set.copyOf(days);
    times = Set.copyOf(times);
  }

  boolean hold(LocalDateTime local) {
    return days.contains(local.toLocalDate()) || times.contains(local);
  }
}
