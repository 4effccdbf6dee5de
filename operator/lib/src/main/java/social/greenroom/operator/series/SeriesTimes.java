package social.greenroom.operator.series;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.InvalidRecurrenceException;
import social.greenroom.core.series.Recurrence;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.talent.TalentRow;

/**
 * When a series has its times.
 *
 * @param recurrence null where it has none, for what the verdict says
 * @param most how many posts it may still have
 * @param source of an evergreen series
 */
record SeriesTimes(
    @Nullable Recurrence recurrence, int most, @Nullable EvergreenSource source, Verdict verdict) {

  static SeriesTimes read(
      TenantSession session, SeriesRow series, TalentRow talent, String namespace) {
    var zone = ZoneId.of(talent.timeZone());
    var ended = series.endReason();
    if (ended != null) {
      return none(null, Verdict.no("Ended", ended));
    }
    var declared = series.spec().recurrence();
    return declared == null
        ? evergreen(session, series, zone, namespace)
        : new SeriesTimes(recurrence(declared, zone), Integer.MAX_VALUE, null, some());
  }

  private static SeriesTimes evergreen(
      TenantSession session, SeriesRow series, ZoneId zone, String namespace) {
    var source = EvergreenSource.read(session, series, namespace);
    if (!source.verdict().holds()) {
      return none(source, source.verdict());
    }
    if (series.anchor() == null) {
      session
          .series()
          .anchor(series.id(), source.firstOut().orElseThrow().atZone(zone).toLocalDateTime());
    }
    var anchor =
        Objects.requireNonNull(session.series().find(series.id()).orElseThrow().anchor())
            .truncatedTo(ChronoUnit.MINUTES);
    var repeats = Objects.requireNonNull(series.spec().repeats());
    var made =
        session.occurrences().count(series.id(), OccurrenceState.REQUESTED)
            + session.occurrences().count(series.id(), OccurrenceState.WANTED);
    return new SeriesTimes(
        recurrence(RecurrenceDeclaration.everyDays(repeats.intervalDays(), anchor), zone),
        Math.max(0, repeats.maximum() - made),
        source,
        some());
  }

  private static SeriesTimes none(@Nullable EvergreenSource source, Verdict verdict) {
    return new SeriesTimes(null, 0, source, verdict);
  }

  private static Verdict some() {
    return Verdict.yes("Scheduled", "It has a next time.");
  }

  private static Recurrence recurrence(RecurrenceDeclaration declared, ZoneId zone) {
    try {
      return Recurrence.of(declared, zone);
    } catch (InvalidRecurrenceException e) {
      // What can't be followed isn't kept; only a talent's move could take a rule's last time.
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
