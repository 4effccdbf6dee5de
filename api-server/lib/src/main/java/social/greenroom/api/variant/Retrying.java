package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.access.Permission;
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
    var retried =
        OpenVariant.made(
            open.session().desk().retry(open.row().id(), retry.contentHash(), at, name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.retried",
            "%s lets %s be tried again.".formatted(name, open.named()),
            open.row(),
            retried);
    return retried;
  }
}
