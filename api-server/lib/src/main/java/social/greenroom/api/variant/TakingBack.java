package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.core.access.Permission;
import social.greenroom.store.post.VariantRow;

/** Taking a yes back, as long as nothing has been sent. Who may say yes may take it back. */
@Singleton
final class TakingBack {
  VariantRow takeBack(OpenVariant open, int version) {
    open.caller().require(Permission.APPROVE);
    open.requireConsent();
    var name = open.caller().displayName();
    var waiting =
        OpenVariant.made(open.session().approvals().takeBack(open.row().id(), version, name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.approval_taken_back",
            "%s took the approval of %s back.".formatted(name, open.named()),
            open.row(),
            waiting);
    return waiting;
  }
}
