package social.greenroom.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals one tenant's secrets with authenticated encryption (AES-256-GCM). A sealed secret is bound
 * to its tenant and its account (or other subject): moved to another it doesn't open.
 */
public final class TokenVault {
  private final UUID tenantId;
  private final Aead aead;

  public TokenVault(UUID tenantId, DataKey key) {
    this.tenantId = tenantId;
    this.aead = key.aead();
  }

  /**
   * Seals a secret.
   *
   * @throws VaultException when it is empty: an empty token never overwrites one
   */
  public SealedSecret seal(UUID subject, String secret) {
    if (secret.isBlank()) {
      throw new VaultException("An empty secret isn't kept.");
    }
    try {
      return SealedSecret.of(aead.encrypt(secret.getBytes(UTF_8), binding(subject)));
    } catch (GeneralSecurityException e) {
      throw new VaultException("The secret can't be sealed.", e);
    }
  }

  /**
   * Opens what was sealed for that subject.
   *
   * @throws VaultException when it was changed, or sealed for another tenant or subject
   */
  public String open(UUID subject, SealedSecret secret) {
    try {
      return new String(aead.decrypt(secret.bytes(), binding(subject)), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new VaultException("The sealed secret of %s doesn't open.".formatted(subject), e);
    }
  }

  private byte[] binding(UUID subject) {
    return ByteBuffer.allocate(32)
        .putLong(tenantId.getMostSignificantBits())
        .putLong(tenantId.getLeastSignificantBits())
        .putLong(subject.getMostSignificantBits())
        .putLong(subject.getLeastSignificantBits())
        .array();
  }
}
