package social.greenroom.worker.settle;

import java.util.UUID;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantSession;

/** Tells that a network shows another text than was sent; the text itself is kept with the post. */
public final class AlteredText {
  private AlteredText() {}

  /**
   * Writes it into the activity.
   *
   * @param what of the post, as a sentence calls it: "the post", "post 2 of the thread"
   */
  public static void tell(
      TenantSession session, String worker, String what, UUID variantId, UUID talentId) {
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.worker(worker),
                "variant.altered",
                "The network shows another text of %s than was sent; look at both.".formatted(what),
                "variant",
                variantId,
                talentId));
  }
}
