package social.greenroom.api.series;

import java.util.UUID;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.talent.TalentRow;

/** Pauses series and lets them go on, in the session's transaction. Doing it twice is once. */
record Pausing(TenantSession session, Caller caller) {

  Series pause(UUID id) {
    var series = found(id);
    if (session.series().pause(id, caller.displayName(), caller.userId())) {
      note("series.paused", "%s paused the series %s.", series);
    }
    return shown(id);
  }

  Series resume(UUID id) {
    var series = found(id);
    var talent = session.talents().find(series.talentId()).orElseThrow();
    if (!mayResume(caller, series, talent)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "Only %s can let it go on.".formatted(talent.displayName()));
    }
    if (session.series().resume(id)) {
      note("series.resumed", "%s let the series %s go on.", series);
    }
    return shown(id);
  }

  /** What a talent's owner paused, nobody else lets go on. */
  static boolean mayResume(Caller caller, SeriesRow series, TalentRow talent) {
    var by = series.pausedByUser();
    return by == null || !by.equals(talent.ownerUserId()) || by.equals(caller.userId());
  }

  private SeriesRow found(UUID id) {
    caller.require(Permission.STOP);
    var series =
        session
            .series()
            .find(id)
            .filter(row -> row.removedAt() == null && caller.sees(row.talentId()))
            .orElseThrow(() -> ProblemException.notFound("series"));
    if (series.endReason() != null) {
      throw ProblemException.of(
          ProblemKind.NOT_VALID, "The series is over: %s".formatted(series.endReason()));
    }
    return series;
  }

  private Series shown(UUID id) {
    return new SeriesView(session, caller).of(session.series().find(id).orElseThrow());
  }

  private void note(String act, String sentence, SeriesRow series) {
    AuditTrail.of(session, caller)
        .series(
            act,
            sentence.formatted(caller.displayName(), series.name()),
            series.id(),
            series.talentId());
  }
}
