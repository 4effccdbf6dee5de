package social.greenroom.store.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * A tenant's data key: it seals the tenant's credentials, and may carry older keys that still open.
 */
public final class DataKey {
  private final KeysetHandle keyset;

  private DataKey(KeysetHandle keyset) {
    this.keyset = keyset;
  }

  static DataKey create() {
    try {
      return new DataKey(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new VaultException("No data key can be made.", e);
    }
  }

  /** Reads what {@link #encoded} wrote; the tenant's Jobs get it in their environment. */
  public static DataKey decode(String encoded) {
    try {
      return parse(Base64.getDecoder().decode(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      // The cause may quote the key's text, so it isn't kept.
      throw new VaultException("The data key isn't one; take GREENROOM_DATA_KEY from the Secret.");
    }
  }

  /** The key in the clear, in Base64: for the tenant's own Secret and nothing else. */
  public String encoded() {
    return Base64.getEncoder().encodeToString(serialized());
  }

  byte[] wrap(DeploymentKey key, UUID tenantId) {
    try {
      return key.aead().encrypt(serialized(), bytes(tenantId));
    } catch (GeneralSecurityException e) {
      throw new VaultException("The tenant's data key can't be wrapped.", e);
    }
  }

  static DataKey unwrap(byte[] wrapped, DeploymentKey key, UUID tenantId) {
    try {
      return parse(key.aead().decrypt(wrapped, bytes(tenantId)));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "The data key of tenant %s doesn't open: the deployment's key is another than the one it was wrapped with."
              .formatted(tenantId),
          e);
    }
  }

  /** The same with a new key that seals from now on; what older ones sealed still opens. */
  DataKey withNewKey() {
    try {
      return new DataKey(
          KeysetHandle.newBuilder(keyset)
              .setConfiguration(AeadConfig2026.get())
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new VaultException("The tenant's data key can't be renewed.", e);
    }
  }

  /** The newest key alone: what older ones sealed doesn't open any more. */
  DataKey newestOnly() {
    try {
      var primary = keyset.getPrimary();
      return new DataKey(
          KeysetHandle.newBuilder()
              .setConfiguration(AeadConfig2026.get())
              .addEntry(
                  KeysetHandle.importKey(primary.getKey())
                      .withFixedId(primary.getId())
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new VaultException("The tenant's data key can't be renewed.", e);
    }
  }

  Aead aead() {
    try {
      return keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new VaultException("The tenant's data key can't be used.", e);
    }
  }

  private byte[] serialized() {
    try {
      return TinkProtoKeysetFormat.serializeKeyset(
          keyset, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
    } catch (GeneralSecurityException e) {
      throw new VaultException("The tenant's data key can't be written.", e);
    }
  }

  private static DataKey parse(byte[] serialized) throws GeneralSecurityException {
    return new DataKey(
        TinkProtoKeysetFormat.parseKeyset(
            serialized, InsecureSecretKeyAccess.get(), AeadConfig2026.get()));
  }

  private static byte[] bytes(UUID tenantId) {
    return ByteBuffer.allocate(16)
        .putLong(tenantId.getMostSignificantBits())
        .putLong(tenantId.getLeastSignificantBits())
        .array();
  }

  @Override
  public String toString() {
    return "DataKey";
  }
}
