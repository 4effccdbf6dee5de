package social.greenroom.api.series;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import social.greenroom.api.access.Caller;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.SeriesAsked;
import social.greenroom.store.talent.TalentRow;

/** Takes in what people want as series; the operator makes PostSeries of it from there. */
record Asking(TenantSession session, Caller caller, Instant now) {

  /** Stores it, or finds what the same person stored under the same key before. */
  Series accept(UUID key, NewSeries wanted) {
    caller.require(Permission.REQUEST);
    var talent = talent(wanted.talentId());
    var asked = new SeriesCheck(session, talent, now).asked(wanted.wish(), null);
    // The key is the caller's own: nobody finds another's series by guessing its key.
    var identity = "%s:%s".formatted(caller.userId(), key);
    var row =
        session
            .askedSeries()
            .accept(
                new social.greenroom.store.series.NewSeries(
                    talent.id(),
                    SeriesName.of(words(talent, wanted, asked), identity),
                    identity,
                    asked,
                    caller.email()));
    var acts = new SeriesActs(session, caller);
    if (session.audit().list(null, row.seriesId(), null, 1).items().isEmpty()) {
      acts.note("series.asked", "%s made the series %s.", row.seriesId());
    }
    return acts.shown(row.seriesId());
  }

  Series change(UUID id, SeriesChange wanted) {
    var acts = new SeriesActs(session, caller);
    var row = acts.own(id);
    var before = row.spec();
    if ((before.recurrence() == null) != (wanted.recurrence() == null)) {
      throw ProblemException.field(
          before.recurrence() == null ? "evergreen" : "recurrence",
          "A series stays by a rule, or a repeated post; make a new series.");
    }
    var talent = session.talents().find(row.talentId()).orElseThrow();
    var asked = new SeriesCheck(session, talent, now).asked(wanted.wish(), before.repeats());
    if (!session.askedSeries().change(id, wanted.version(), asked)) {
      throw ProblemException.of(
          ProblemKind.CONFLICT,
          "It has been changed since you saw it, so nothing was done. Look at it again, then change it.");
    }
    acts.note("series.changed", "%s changed the series %s.", id);
    return acts.shown(id);
  }

  SeriesPreview preview(SeriesPreviewWish wish) {
    var talent = talent(wish.talentId());
    var times = new SeriesCheck(session, talent, now).times(wish);
    return new Previewing(ZoneId.of(talent.timeZone()), now).of(times);
  }

  private TalentRow talent(UUID id) {
    return session
        .talents()
        .find(id)
        .filter(found -> found.removedAt() == null && caller.sees(found.id()))
        .orElseThrow(
            () ->
                ProblemException.field(
                    "talentId", "There is no such talent here; choose one that you see."));
  }

  /** What the series is named after. */
  private String words(TalentRow talent, NewSeries wanted, SeriesAsked asked) {
    return asked.text().isEmpty() && wanted.evergreen() != null
        ? RepeatedPost.find(session, talent, wanted.evergreen().postId()).post().title()
        : asked.text();
  }
}
