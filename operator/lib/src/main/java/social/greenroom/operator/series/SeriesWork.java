package social.greenroom.operator.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.Occurrence;
import social.greenroom.core.series.Recurrence;
import social.greenroom.core.series.SeriesPlan;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.talent.TalentRow;

/**
 * Decides in one transaction what a series' times become. What is decided is written down before
 * anything is made of it, and never decided again.
 */
final class SeriesWork {
  private static final Set<OccurrenceState> OPEN =
      Set.of(OccurrenceState.WANTED, OccurrenceState.REQUESTED);

  /** Over which a talent's move may shift a time. */
  private static final Duration A_MOVE = Duration.ofDays(2);

  private static final int MANY = 5_000;

  private final TenantSession session;
  private final TalentRow talent;
  private final PostSeries resource;
  private final SeriesRow series;
  private final Instant now;
  private final ZoneId zone;

  SeriesWork(TenantSession session, SeriesRow series, TalentRow talent, PostSeries resource) {
    this.session = session;
    this.talent = talent;
    this.resource = resource;
    // Two that look at once: the second sees what the first decided.
    this.series = session.series().lock(series.id());
    this.now = session.missed().now();
    this.zone = ZoneId.of(talent.timeZone());
  }

  /** Decides, and tells how the series stands from now on. */
  SeriesOutlook look() {
    var times = SeriesTimes.read(session, series, talent, resource.getMetadata().getNamespace());
    var source = times.source();
    if (source != null && source.over()) {
      end(times.verdict());
    }
    var hold = new SeriesHold(session, series, talent).why();
    var recurrence = times.recurrence();
    if (recurrence != null) {
      drop(recurrence);
      decide(recurrence, times.most(), hold);
    }
    var outlook = new SeriesOutlooks(session, series, talent, now).of(times, hold, source);
    session.series().next(series.id(), outlook.nextAt(), outlook.scheduled().sentence());
    return outlook;
  }

  private void end(Verdict verdict) {
    if (!session.series().end(series.id(), verdict.sentence())) {
      return;
    }
    session
        .occurrences()
        .requests(series.id())
        .forEach(request -> SeriesRows.cancel(session, request, verdict.sentence()));
    session.occurrences().open(series.id(), now).stream()
        .filter(one -> OPEN.contains(one.state()))
        .forEach(
            one ->
                session
                    .occurrences()
                    .settle(one.id(), OccurrenceState.DROPPED, verdict.sentence()));
    tell("series.ended", verdict.sentence());
  }

  /** What lies ahead and is none of the series' times any more, since its rule was changed. */
  private void drop(Recurrence recurrence) {
    var ahead =
        session.occurrences().open(series.id(), now).stream()
            .filter(one -> OPEN.contains(one.state()) && one.at().isAfter(now))
            .toList();
    if (ahead.isEmpty()) {
      return;
    }
    var until = ahead.get(ahead.size() - 1).at().plus(A_MOVE);
    var times =
        recurrence.between(now.minus(A_MOVE), until, MANY).stream()
            .map(Occurrence::local)
            .collect(Collectors.toSet());
    ahead.stream().filter(one -> !times.contains(one.localTime())).forEach(this::drop);
  }

  private void drop(OccurrenceRow occurrence) {
    var reason =
        "The series %s doesn't have the time %s any more."
            .formatted(series.name(), SeriesWords.time(occurrence.at(), zone));
    session.occurrences().settle(occurrence.id(), OccurrenceState.DROPPED, reason);
    session.occurrences().requests(series.id()).stream()
        .filter(request -> request.name().equals(occurrence.requestName()))
        .forEach(request -> SeriesRows.cancel(session, request, reason));
  }

  private void decide(Recurrence recurrence, int most, @Nullable String hold) {
    var policy = hold == null ? new SeriesMissed(session, talent, template()).policy() : null;
    Map<LocalDateTime, OccurrenceRow> known =
        session.occurrences().of(series.id(), MANY).stream()
            .collect(Collectors.toMap(OccurrenceRow::localTime, Function.identity()));
    var plan =
        SeriesPlan.of(
            recurrence,
            series.decidedUntil(),
            now,
            known.keySet(),
            series.spec().draftAhead(),
            most,
            policy);
    if (recurrence.next(series.decidedUntil()).filter(one -> !one.at().isAfter(now)).isPresent()) {
      session.series().decided(series.id(), now);
    }
    for (var one : plan.wanted()) {
      decide(one, OccurrenceState.WANTED, one.equals(plan.late()) ? late(one) : null);
    }
    for (var one : plan.missed()) {
      decide(one, OccurrenceState.MISSED, SeriesWords.missed(one.at(), zone, hold));
    }
    if (!plan.missed().isEmpty()) {
      tell("series.missed", SeriesWords.missed(plan.missed(), zone, hold));
    }
  }

  private String late(Occurrence one) {
    return "It was due on %s, while nothing could be made, and goes out late."
        .formatted(SeriesWords.time(one.at(), zone));
  }

  private void decide(Occurrence one, OccurrenceState state, @Nullable String message) {
    var request = SeriesWords.requestName(series.name(), one.local());
    session.occurrences().decide(series, one, state, request, message);
  }

  private List<String> template() {
    return SeriesDeclaration.template(resource).accountRefs().stream()
        .map(ref -> ref.name())
        .toList();
  }

  private void tell(String act, String sentence) {
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.operator(),
                act,
                "%s: %s".formatted(series.name(), sentence),
                "series",
                series.id(),
                talent.id()));
  }
}
