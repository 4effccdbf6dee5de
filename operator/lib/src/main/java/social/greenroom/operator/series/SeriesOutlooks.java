package social.greenroom.operator.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.Occurrence;
import social.greenroom.core.series.Recurrence;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.talent.TalentRow;

/** Reads how a series stands once its times are decided. */
record SeriesOutlooks(TenantSession session, SeriesRow series, TalentRow talent, Instant now) {
  private static final Set<OccurrenceState> OPEN =
      Set.of(OccurrenceState.WANTED, OccurrenceState.REQUESTED);
  private static final int MANY = 5_000;
  private static final int LOOKED_THROUGH = 100;

  /** What a series waits for isn't announced: its post goes out, or its talent's hold ends. */
  private static final Duration WAITING = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  SeriesOutlook of(SeriesTimes times, @Nullable String hold, @Nullable EvergreenSource source) {
    var decided = session.occurrences().of(series.id(), MANY);
    var next = next(times, decided);
    var scheduled = scheduled(times, next, hold);
    return new SeriesOutlook(
        scheduled,
        scheduled.holds() ? next.map(Occurrence::at).orElse(null) : null,
        decided.stream()
            .filter(one -> OPEN.contains(one.state()))
            .map(OccurrenceRow::at)
            .max(Comparator.naturalOrder())
            .orElse(null),
        count(decided, OPEN),
        count(decided, Set.of(OccurrenceState.MISSED)),
        hold == null
            ? decided.stream().filter(one -> one.state() == OccurrenceState.WANTED).toList()
            : List.of(),
        source,
        lookAgain(times, hold, decided));
  }

  private static int count(List<OccurrenceRow> decided, Set<OccurrenceState> states) {
    return (int) decided.stream().filter(one -> states.contains(one.state())).count();
  }

  private Verdict scheduled(SeriesTimes times, Optional<Occurrence> next, @Nullable String hold) {
    if (!times.verdict().holds()) {
      return times.verdict();
    }
    if (hold != null) {
      return Verdict.no("OnHold", hold);
    }
    if (next.isEmpty()) {
      var repeats = series.spec().repeats();
      return repeats == null
          ? Verdict.no("Finished", "The last of its times is over.")
          : Verdict.no(
              "MaximumReached",
              "It was repeated as often as it may be (%d).".formatted(repeats.maximum()));
    }
    return Verdict.yes(
        "Scheduled",
        "The next time is %s; it is drafted %d hours ahead."
            .formatted(
                SeriesWords.time(next.get().at(), ZoneId.of(talent.timeZone())),
                series.spec().draftAhead().toHours()));
  }

  /** The first that lies ahead and has a request, or will get one. */
  private Optional<Occurrence> next(SeriesTimes times, List<OccurrenceRow> decided) {
    var recurrence = times.recurrence();
    if (recurrence == null) {
      return Optional.empty();
    }
    Map<LocalDateTime, OccurrenceRow> known =
        decided.stream().collect(Collectors.toMap(OccurrenceRow::localTime, Function.identity()));
    var repeats = series.spec().repeats();
    var left = repeats == null ? Integer.MAX_VALUE : repeats.maximum() - count(decided, OPEN);
    return recurrence.between(now, Instant.MAX, LOOKED_THROUGH).stream()
        .filter(
            one -> {
              var row = known.get(one.local());
              return row == null ? left > 0 : OPEN.contains(row.state());
            })
        .findFirst();
  }

  private Duration lookAgain(
      SeriesTimes times, @Nullable String hold, List<OccurrenceRow> decided) {
    var recurrence = times.recurrence();
    if (recurrence == null) {
      return times.verdict().status() == ConditionStatus.UNKNOWN ? WAITING : LONGEST;
    }
    // A talent's hold ends without a word to their series.
    return hold == null
        ? shorter(untilDrafting(recurrence, decided), LONGEST)
        : shorter(untilNext(recurrence), WAITING);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration untilNext(Recurrence recurrence) {
    return recurrence.next(now).map(one -> until(one.at())).orElse(LONGEST);
  }

  private Duration untilDrafting(Recurrence recurrence, List<OccurrenceRow> decided) {
    var known = decided.stream().map(OccurrenceRow::localTime).collect(Collectors.toSet());
    return recurrence.between(now, Instant.MAX, LOOKED_THROUGH).stream()
        .filter(one -> !known.contains(one.local()))
        .findFirst()
        .map(one -> until(one.at().minus(series.spec().draftAhead())))
        .orElse(LONGEST);
  }

  private Duration until(Instant at) {
    var left = Duration.between(now, at).plusMillis(100);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }
}
