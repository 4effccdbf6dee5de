package social.greenroom.api.series;

import java.time.Duration;
import java.util.UUID;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.AskedRow;

/** What people may do with the series that they made in the page; one from YAML is its file's. */
record SeriesActs(TenantSession session, Caller caller) {
  /** Until then nothing is cancelled, and the end can be taken back. */
  private static final Duration UNDO = Duration.ofSeconds(10);

  Series end(UUID id) {
    own(id);
    if (session.askedSeries().end(id, caller.displayName(), UNDO)) {
      note("series.ended", "%s ended the series %s.", id);
    }
    return shown(id);
  }

  Series goOn(UUID id) {
    var row = own(id);
    if (row.endsAt() != null) {
      if (!session.askedSeries().goOn(id)) {
        throw ProblemException.of(
            ProblemKind.CONFLICT, "It is too late to take the end back; make a new series.");
      }
      note("series.kept", "%s let the series %s go on after all.", id);
    }
    return shown(id);
  }

  /**
   * A series that this person may change.
   *
   * @throws ProblemException 404 when there is none, 422 when it is declared in YAML
   */
  AskedRow own(UUID id) {
    caller.require(Permission.REQUEST);
    var series =
        session
            .series()
            .find(id)
            .filter(row -> row.removedAt() == null && caller.sees(row.talentId()))
            .orElseThrow(() -> ProblemException.notFound("series"));
    return session
        .askedSeries()
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.NOT_VALID,
                    "This series is declared as the PostSeries %s in the namespace %s; change it where its YAML is kept."
                        .formatted(series.name(), session.tenant().get().namespace())));
  }

  Series shown(UUID id) {
    return new SeriesView(session, caller).of(session.series().find(id).orElseThrow());
  }

  void note(String act, String sentence, UUID id) {
    var series = session.series().find(id).orElseThrow();
    AuditTrail.of(session, caller)
        .series(
            act, sentence.formatted(caller.displayName(), series.name()), id, series.talentId());
  }
}
