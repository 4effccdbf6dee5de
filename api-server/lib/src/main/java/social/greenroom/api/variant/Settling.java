package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.core.access.Permission;
import social.greenroom.store.post.VariantRow;

/**
 * A person says whether a post went out, where reading the network can't tell. It counts for the
 * version they looked at alone: of an attempt made since they know nothing.
 */
@Singleton
final class Settling {
  VariantRow settle(OpenVariant open, Settlement settlement) {
    open.caller().require(Permission.SETTLE);
    return settlement.published() ? published(open, settlement) : notPublished(open, settlement);
  }

  private static VariantRow published(OpenVariant open, Settlement settlement) {
    var name = open.caller().displayName();
    var settled =
        OpenVariant.made(
            open.session()
                .settlements()
                .published(
                    open.row().id(), settlement.version(), null, settlement.remoteUrl(), name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.settled_published",
            "%s found that %s is live.".formatted(name, open.named()),
            open.row(),
            settled);
    return settled;
  }

  private static VariantRow notPublished(OpenVariant open, Settlement settlement) {
    var name = open.caller().displayName();
    var settled =
        OpenVariant.made(
            open.session()
                .settlements()
                .failed(
                    open.row().id(),
                    settlement.version(),
                    "%s looked: it didn't go out.".formatted(name),
                    name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.settled_not_published",
            "%s found that %s didn't go out.".formatted(name, open.named()),
            open.row(),
            settled);
    return settled;
  }
}
