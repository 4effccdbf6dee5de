package social.greenroom.api.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.Occurrence;

/** Tells a series' times on the talent's clock, and what the clocks' changes do to them. */
record Previewing(ZoneId zone, Instant now) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  SeriesPreview of(List<Occurrence> times) {
    var shown = new ArrayList<PreviewedTime>();
    var before = zone.getRules().getOffset(now);
    for (var time : times) {
      var offset = zone.getRules().getOffset(time.at());
      shown.add(
          new PreviewedTime(
              time.at(),
              offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId(),
              note(time, !offset.equals(before))));
      before = offset;
    }
    return new SeriesPreview(zone.getId(), shown);
  }

  private @Nullable String note(Occurrence time, boolean changed) {
    var wanted = CLOCK.format(time.local());
    var shown = time.at().atZone(zone).toLocalDateTime();
    if (!shown.equals(time.local())) {
      return "The clocks skip %s that day; it goes out at %s."
          .formatted(wanted, CLOCK.format(shown));
    }
    if (zone.getRules().getValidOffsets(time.local()).size() > 1) {
      return "The clocks show %s twice that day; it goes out the first time.".formatted(wanted);
    }
    return changed ? "The clocks have changed by then; it stays %s.".formatted(wanted) : null;
  }
}
