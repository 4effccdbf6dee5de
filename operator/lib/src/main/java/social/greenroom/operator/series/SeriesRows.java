package social.greenroom.operator.series;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import social.greenroom.core.series.InvalidRecurrenceException;
import social.greenroom.core.series.Recurrence;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.operator.database.Departure;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.series.AskedRow;
import social.greenroom.store.series.AskedState;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.series.SeriesSpec;
import social.greenroom.store.talent.TalentRow;

/** Series in the database. Everything here is done in a transaction of the caller's. */
public final class SeriesRows {
  private static final Set<OccurrenceState> OPEN =
      Set.of(OccurrenceState.WANTED, OccurrenceState.REQUESTED);

  private SeriesRows() {}

  /** As if it were applied now: what it refuses, and what of its drafts it cancels. */
  public static Verdict rehearse(TenantSession session, PostSeries series) {
    var kept = keep(session, series);
    if (kept.row() != null && kept.talent() != null) {
      new SeriesWork(session, kept.row(), kept.talent(), series).look();
    }
    return kept.verdict();
  }

  /** Keeps the declaration where it differs from the row, and it can be followed. */
  static KeptSeries keep(TenantSession session, PostSeries series) {
    var talentName = series.getSpec().talentRef().name();
    var talent = session.talents().byName(talentName);
    if (talent.isEmpty()) {
      return KeptSeries.refused(
          Verdict.notYet(
              "NoTalent",
              "Talent '%s' doesn't exist in this namespace; make it, or make a new series for another."
                  .formatted(talentName)));
    }
    var spec = SeriesDeclaration.of(series);
    var name = series.getMetadata().getName();
    var before = session.series().byName(name);
    return before
        .flatMap(row -> asked(session, row, talent.get(), series))
        .or(() -> problem(spec, talent.get()))
        .or(() -> before.flatMap(row -> fixed(row, spec, talent.get())))
        .map(KeptSeries::refused)
        .orElseGet(
            () ->
                new KeptSeries(
                    Verdict.yes("Ready", "Each of its times becomes a post request."),
                    before
                        .filter(row -> row.removedAt() == null && row.spec().equals(spec))
                        .orElseGet(() -> session.series().upsert(talent.get().id(), name, spec)),
                    talent.get()));
  }

  private static Optional<Verdict> problem(SeriesSpec spec, TalentRow talent) {
    var declared = spec.recurrence();
    if (declared == null) {
      return Optional.empty();
    }
    try {
      Recurrence.of(declared, ZoneId.of(talent.timeZone()));
      return Optional.empty();
    } catch (InvalidRecurrenceException e) {
      return Optional.of(Verdict.no("InvalidRecurrence", String.valueOf(e.getMessage())));
    }
  }

  /** A name stays with its talent and kind also after the resource's end, like its history. */
  private static Optional<Verdict> fixed(SeriesRow before, SeriesSpec spec, TalentRow talent) {
    return before.talentId().equals(talent.id()) && before.kind() == spec.kind()
        ? Optional.empty()
        : Optional.of(
            Verdict.no(
                "SeriesFixed",
                "The name %s was another series' (of another talent, or of the other kind), which is remembered; give this one a name of its own."
                    .formatted(before.name())));
  }

  /** What a person asked for in the page is changed and ended there, and by nobody's YAML. */
  private static Optional<Verdict> asked(
      TenantSession session, SeriesRow row, TalentRow talent, PostSeries series) {
    var asked = session.askedSeries().find(row.id());
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (asked.get().state() == AskedState.ENDED) {
      return Optional.of(
          Verdict.no(
              "SeriesFixed",
              "The name %s belongs to a series that was made in the page and has ended; give this one a name of its own."
                  .formatted(row.name())));
    }
    if (AskedDeclaration.read(session, asked.get().spec(), talent).isSaidBy(series.getSpec())) {
      return Optional.empty();
    }
    session.askedSeries().declareAgain(row.id());
    return Optional.of(
        switch (asked.get().state()) {
          case WAITING ->
              Verdict.notYet("MadeInThePage", "What was changed in the page is about to be set.");
          case REFUSED -> Verdict.no("MadeInThePage", String.valueOf(asked.get().message()));
          case DECLARED, ENDED ->
              Verdict.no(
                  "MadeInThePage",
                  "The series was made in the page and is changed there; what was declared here is set back.");
        });
  }

  /** What people are told of why their posts are cancelled. */
  public static String reason(TenantSession session, String name) {
    return session
        .series()
        .byName(name)
        .flatMap(row -> session.askedSeries().find(row.id()))
        .map(AskedRow::endedBy)
        .map(by -> "%s ended its series %s.".formatted(by, name))
        .orElseGet(() -> "Its series %s was deleted.".formatted(name));
  }

  /** The resource was deleted: what isn't published is cancelled; says how many posts. */
  public static int remove(TenantSession session, String name, String reason) {
    var row = session.series().byName(name).filter(found -> found.removedAt() == null);
    if (row.isEmpty()) {
      return 0;
    }
    var id = row.get().id();
    var cancelled = 0;
    for (var request : session.occurrences().requests(id)) {
      cancelled += cancel(session, request, reason);
    }
    session.occurrences().open(id, session.missed().now()).stream()
        .filter(one -> OPEN.contains(one.state()))
        .forEach(one -> session.occurrences().settle(one.id(), OccurrenceState.DROPPED, reason));
    session.series().remove(id);
    session.askedSeries().ended(id);
    session
        .audit()
        .record(
            Departure.of(
                "series",
                id,
                row.get().talentId(),
                "%s %s".formatted(reason, Departure.count(cancelled))));
    return cancelled;
  }

  /** Ends the request, and cancels what of it isn't published. */
  static int cancel(TenantSession session, RequestRow request, String reason) {
    session.requests().advance(request.id(), Stage.FAILED, reason);
    return session.cancelling().ofRequest(request.id(), reason);
  }
}
