package social.greenroom.store.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.egress.AddressHost;
import social.greenroom.core.vault.Credential;

/**
 * An account's sealed credential.
 *
 * @param version counts its renewals, from 1
 * @param source where it came from, so that it is sealed again only when that changed
 * @param host where it may be sent, in small letters; null where nobody said, "" for nowhere
 */
public record CredentialRow(
    UUID tenantId,
    UUID accountId,
    SealedSecret secret,
    int version,
    @Nullable String source,
    @Nullable String host,
    @Nullable String leaseHolder,
    @Nullable Instant leaseUntil,
    Instant updatedAt) {
  /** True when it may be sent to that address. */
  public boolean mayGoTo(String address) {
    return host == null || AddressHost.of(address).filter(host::equals).isPresent();
  }

  public Credential open(TokenVault vault) {
    return new Credential(vault.open(accountId, secret), version);
  }
}
