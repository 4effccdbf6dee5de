package social.greenroom.store.vault;

import java.util.UUID;

/** Seals anew what was sealed. */
@FunctionalInterface
interface Sealing {
  SealedSecret reseal(UUID accountId, SealedSecret secret);
}
