package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.access.Permission;
import social.greenroom.core.schedule.Placement;
import social.greenroom.store.post.VariantRow;

/** Moving a post in time. Inside the approved window the approval stays, outside it is void. */
@Singleton
public final class Moving {
  private final ApiClock clock;

  Moving(ApiClock clock) {
    this.clock = clock;
  }

  VariantRow reschedule(OpenVariant open, Reschedule reschedule) {
    open.caller().require(Permission.RESCHEDULE);
    open.requireVersion(reschedule.version());
    return move(open, reschedule.publishAt());
  }

  VariantRow move(OpenVariant open, PublishTime to) {
    var name = open.caller().displayName();
    var time =
        VariantPolicy.choosingTime(open, clock).requireTime(to, "Moved by %s.".formatted(name));
    return put(open, time, "");
  }

  /**
   * Puts it there; the caller has made sure that no rule is broken.
   *
   * @param how what the record says beside who and when, for example ", with 5 others"
   */
  public VariantRow put(OpenVariant open, Placement time, String how) {
    var name = open.caller().displayName();
    var moved =
        OpenVariant.made(
            open.session()
                .desk()
                .schedule(open.row().id(), open.row().version(), time.at(), time.reason(), name));
    var times = new LocalTimes(ZoneId.of(open.talent().timeZone()));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.rescheduled",
            "%s moved %s to %s%s.".formatted(name, open.named(), times.words(time.at()), how),
            open.row(),
            moved);
    return moved;
  }
}
