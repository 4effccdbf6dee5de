package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.core.access.Permission;
import social.greenroom.store.post.VariantRow;

/** Saying no to a post, or calling it off. */
@Singleton
final class Ending {
  VariantRow reject(OpenVariant open, Reason reason) {
    open.caller().require(Permission.REJECT);
    var name = open.caller().displayName();
    var rejected =
        OpenVariant.made(
            open.session().desk().reject(open.row().id(), reason.reason().strip(), name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.rejected",
            "%s rejected %s: %s".formatted(name, open.named(), Sentences.ended(reason.reason())),
            open.row(),
            rejected);
    return rejected;
  }

  VariantRow cancel(OpenVariant open, Reason reason) {
    open.caller().require(Permission.CANCEL);
    var name = open.caller().displayName();
    var cancelled =
        OpenVariant.made(
            open.session().desk().cancel(open.row().id(), reason.reason().strip(), name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.cancelled",
            "%s cancelled %s: %s".formatted(name, open.named(), Sentences.ended(reason.reason())),
            open.row(),
            cancelled);
    return cancelled;
  }
}
