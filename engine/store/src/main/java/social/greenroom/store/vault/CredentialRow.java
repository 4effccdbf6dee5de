package social.greenroom.store.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.vault.Credential;

/**
 * An account's sealed credential.
 *
 * @param version counts its renewals, from 1
 * @param source where it came from, so that it is sealed again only when that changed
 */
public record CredentialRow(
    UUID tenantId,
    UUID accountId,
    SealedSecret secret,
    int version,
    @Nullable String source,
    @Nullable String leaseHolder,
    @Nullable Instant leaseUntil,
    Instant updatedAt) {
  public Credential open(TokenVault vault) {
    return new Credential(vault.open(accountId, secret), version);
  }
}
