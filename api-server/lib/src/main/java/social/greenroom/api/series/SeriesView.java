package social.greenroom.api.series;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.access.Permission;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.series.AskedRow;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.series.SeriesSpec;
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
    var asked =
        session.askedSeries().list(caller.talentId()).stream()
            .collect(Collectors.toMap(AskedRow::seriesId, Function.identity()));
    return series.stream()
        .map(
            row ->
                show(row, Objects.requireNonNull(talents.get(row.talentId())), asked.get(row.id())))
        .toList();
  }

  /**
   * @param asked what a person asked for, which may not be declared yet; null for one from YAML
   */
  private Series show(SeriesRow row, TalentRow talent, @Nullable AskedRow asked) {
    var spec = asked == null ? row.spec() : asked.spec().kept();
    var recurrence = spec.recurrence();
    var repeats = spec.repeats();
    var repeated = repeats == null ? null : repeated(row, repeats.request());
    var goesOn = row.endedAt() == null;
    return new Series(
        row.id(),
        row.name(),
        asked == null ? session.tenant().get().namespace() : null,
        asked == null ? null : asked.version(),
        TalentRef.of(talent),
        row.kind().wireName(),
        text(spec, repeated),
        asked == null ? null : accounts(asked),
        asked == null ? null : asked.spec().link(),
        recurrence == null ? null : recurrence.rule(),
        recurrence == null ? null : recurrence.start(),
        recurrence == null ? null : recurrence.end(),
        recurrence == null ? null : recurrence.exceptions(),
        repeats == null ? null : repeats.request(),
        repeated == null ? null : post(repeated),
        repeats == null ? null : repeats.intervalDays(),
        repeats == null ? null : repeats.maximum(),
        row.nextAt(),
        row.reason(),
        asked == null ? null : asked.message(),
        asked == null ? null : asked.endsAt(),
        !goesOn,
        row.pausedBy(),
        row.pausedAt(),
        session.occurrences().of(row.id(), TIMES).stream().map(this::time).toList(),
        caller.may(Permission.STOP) && goesOn && Pausing.mayResume(caller, row, talent),
        caller.may(Permission.REQUEST) && asked != null);
  }

  private List<AccountRef> accounts(AskedRow asked) {
    return asked.spec().accountIds().stream()
        .map(id -> session.accounts().find(id))
        .flatMap(Optional::stream)
        .map(AccountRef::of)
        .toList();
  }

  private @Nullable RequestRow repeated(SeriesRow row, String name) {
    return session.requests().named(session.tenant().get().namespace(), name).stream()
        .filter(request -> request.talentId().equals(row.talentId()))
        .findFirst()
        .orElse(null);
  }

  /** Of an evergreen post without words of its own it is what was asked for at first. */
  private static @Nullable String text(SeriesSpec spec, @Nullable RequestRow repeated) {
    return spec.prompt().isBlank() && repeated != null ? repeated.prompt() : spec.prompt();
  }

  private SeriesTime time(OccurrenceRow time) {
    return new SeriesTime(
        time.at(), time.state().wireName(), time.message(), post(time.requestName()));
  }

  private @Nullable UUID post(String request) {
    return session.requests().named(session.tenant().get().namespace(), request).stream()
        .map(this::post)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable UUID post(RequestRow request) {
    return session.posts().ofRequest(request.id()).map(PostRow::id).orElse(null);
  }
}
