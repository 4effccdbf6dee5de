package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.time.ApiClock;
import social.greenroom.api.trace.CurrentTrace;
import social.greenroom.core.access.Permission;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.Placement;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.post.VariantRow;

/** The owner's yes: to exactly one content, within a window, for a time. */
@Singleton
final class Approving {
  private final ApiClock clock;
  private final CurrentTrace trace;

  Approving(ApiClock clock, CurrentTrace trace) {
    this.clock = clock;
    this.trace = trace;
  }

  VariantRow approve(OpenVariant open, Approval approval) {
    open.caller().require(Permission.APPROVE);
    var consent = open.requireConsent();
    open.requireHash(approval.contentHash());
    if (saidYesAlready(open)) {
      return open.row();
    }
    var policy = VariantPolicy.choosingTime(open, clock);
    policy.requireContent(open.row().content());
    var window = window(approval.window(), policy.latest());
    var time = time(open.row(), approval.publishAt(), policy);
    if (!window.contains(time.at())) {
      throw ProblemException.field(
          "publishAt", "The time lies outside the window; move one of the two.");
    }
    boolean repeats = Repeats.confirmed(open, time.at(), approval.confirmRepeat());
    var approved =
        OpenVariant.made(
            open.session()
                .approvals()
                .approve(
                    new NewApproval(
                        open.row().id(),
                        approval.contentHash(),
                        open.caller().userId(),
                        open.caller().displayName(),
                        consent.standingApproval(),
                        time.at(),
                        time.reason(),
                        window,
                        repeats)));
    trace.noteVariant(open.session(), approved.id());
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.approved",
            "%s approved %s, to go out %s."
                .formatted(open.caller().displayName(), open.named(), words(open, time.at())),
            open.row(),
            approved);
    return approved;
  }

  /** A second yes, as from a double click, changes nothing. */
  private static boolean saidYesAlready(OpenVariant open) {
    var state = open.row().state();
    return (state == VariantState.APPROVED || state == VariantState.QUEUED)
        && open.session()
            .approvals()
            .live(open.row().id())
            .filter(live -> live.contentHash().equals(open.row().contentHash()))
            .filter(live -> live.userId().equals(open.caller().userId()))
            .isPresent();
  }

  /** What is asked for, and never longer than the request allows. */
  private static ApprovalWindow window(@Nullable Window asked, @Nullable Instant latest) {
    var notBefore = asked == null ? null : asked.notBefore();
    var notAfter = asked == null ? null : asked.notAfter();
    if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
      throw ProblemException.field(
          "window.notAfter", "The window ends before it begins; swap its two ends.");
    }
    if (notBefore != null && latest != null && latest.isBefore(notBefore)) {
      throw ProblemException.field(
          "window.notBefore",
          "The window begins after the request's scheduleHint.notAfter; begin it earlier.");
    }
    return new ApprovalWindow(notBefore, Window.earlier(notAfter, latest));
  }

  private Placement time(VariantRow row, @Nullable PublishTime asked, VariantPolicy policy) {
    if (asked != null) {
      var reason =
          asked.equals(PublishTime.NOW)
              ? "Approved to go out at once."
              : "Chosen with the approval.";
      return policy.requireTime(asked, reason);
    }
    var proposed = row.publishAt();
    if (proposed != null && proposed.isAfter(clock.now()) && policy.allows(proposed)) {
      var reason = row.scheduleReason();
      return new Placement(proposed, reason == null ? "The time that was proposed." : reason);
    }
    return policy.nextSlot();
  }

  private static String words(OpenVariant open, Instant at) {
    return new LocalTimes(ZoneId.of(open.talent().timeZone())).words(at);
  }
}
