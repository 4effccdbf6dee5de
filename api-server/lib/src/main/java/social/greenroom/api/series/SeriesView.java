package social.greenroom.api.series;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.access.Permission;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.talent.TalentRow;

/** Shows series to a person. */
record SeriesView(TenantSession session, Caller caller) {
  private static final int TIMES = 5;

  Series of(SeriesRow series) {
    return of(List.of(series)).get(0);
  }

  List<Series> of(List<SeriesRow> series) {
    var talents =
        session.talents().all().stream()
            .collect(Collectors.toMap(TalentRow::id, Function.identity()));
    return series.stream().map(row -> show(row, talents)).toList();
  }

  private Series show(SeriesRow row, Map<UUID, TalentRow> talents) {
    var talent = Objects.requireNonNull(talents.get(row.talentId()));
    var recurrence = row.spec().recurrence();
    var repeats = row.spec().repeats();
    return new Series(
        row.id(),
        row.name(),
        TalentRef.of(talent),
        row.kind().wireName(),
        text(row),
        recurrence == null ? null : recurrence.rule(),
        repeats == null ? null : repeats.request(),
        repeats == null ? null : repeats.intervalDays(),
        repeats == null ? null : repeats.maximum(),
        row.nextAt(),
        row.reason(),
        row.endedAt() != null,
        row.pausedBy(),
        row.pausedAt(),
        session.occurrences().of(row.id(), TIMES).stream().map(this::time).toList(),
        caller.may(Permission.STOP)
            && row.endedAt() == null
            && Pausing.mayResume(caller, row, talent));
  }

  /** Of an evergreen post without words of its own it is what was asked for at first. */
  private @Nullable String text(SeriesRow row) {
    var repeats = row.spec().repeats();
    if (!row.spec().prompt().isBlank() || repeats == null) {
      return row.spec().prompt();
    }
    return session.requests().named(session.tenant().get().namespace(), repeats.request()).stream()
        .filter(request -> request.talentId().equals(row.talentId()))
        .map(request -> request.prompt())
        .findFirst()
        .orElse(null);
  }

  private SeriesTime time(OccurrenceRow time) {
    return new SeriesTime(
        time.at(), time.state().wireName(), time.message(), post(time.requestName()));
  }

  private @Nullable UUID post(String request) {
    return session.requests().named(session.tenant().get().namespace(), request).stream()
        .flatMap(row -> session.posts().ofRequest(row.id()).stream())
        .map(post -> post.id())
        .findFirst()
        .orElse(null);
  }
}
