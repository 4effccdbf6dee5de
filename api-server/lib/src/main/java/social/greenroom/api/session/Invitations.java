package social.greenroom.api.session;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.TalentRow;

/**
 * Accepts what a signed-in person was invited to own. A resource can only name an owner's e-mail
 * address; signing in with that address, as a member of the tenant, is what makes the owner.
 */
final class Invitations {
  private Invitations() {}

  static void accept(TenantSession session, Caller caller) {
    for (var talent : invitations(session, caller)) {
      if (session.talents().acceptOwnership(talent.id(), caller.userId())) {
        AuditTrail.of(session, caller)
            .talent(
                "talent.owner_accepted",
                "%s decides from now on what goes out for %s."
                    .formatted(caller.displayName(), talent.displayName()),
                talent.id());
      }
    }
  }

  private static List<TalentRow> invitations(TenantSession session, Caller caller) {
    var email = caller.email().toLowerCase(Locale.ROOT);
    return session.talents().list().stream()
        .filter(talent -> talent.ownerUserId() == null && caller.sees(talent.id()))
        .filter(
            talent ->
                Objects.requireNonNullElse(talent.ownerEmail(), "")
                    .toLowerCase(Locale.ROOT)
                    .equals(email))
        .toList();
  }
}
