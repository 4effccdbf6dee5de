package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import java.time.Instant;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.access.Permission;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantRow;

/** Trying a failed post again, with the content its owner approved. */
@Singleton
final class Retrying {
  private final ApiClock clock;

  Retrying(ApiClock clock) {
    this.clock = clock;
  }

  VariantRow retry(OpenVariant open, Retry retry) {
    open.caller().require(Permission.RETRY);
    open.requireConsent();
    open.requireHash(retry.contentHash());
    var policy = VariantPolicy.choosingTime(open, clock);
    policy.requireContent(open.row().content());
    var at = policy.earliest();
    var name = open.caller().displayName();
    var retried = OpenVariant.made(again(open, retry, at));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.retried",
            "%s lets %s be tried again.".formatted(name, open.named()),
            open.row(),
            retried);
    return retried;
  }

  /** The approval stays, unless it has to say that the same goes out again. */
  private static VariantChange again(OpenVariant open, Retry retry, Instant at) {
    var name = open.caller().displayName();
    var live = open.session().approvals().live(open.row().id()).orElse(null);
    if (live == null
        || live.repeatConfirmed()
        || !Repeats.confirmed(open, at, retry.confirmRepeat())) {
      return open.session().desk().retry(open.row().id(), retry.contentHash(), at, name);
    }
    return open.session()
        .approvals()
        .approve(
            new NewApproval(
                open.row().id(),
                retry.contentHash(),
                open.caller().userId(),
                name,
                null,
                at,
                "Tried again at once.",
                live.window(),
                true));
  }
}
