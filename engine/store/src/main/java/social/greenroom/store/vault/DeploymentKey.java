package social.greenroom.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The deployment's own key, which wraps the tenants' data keys. Its file holds a Tink keyset in
 * JSON (which may carry older keys, so it can be rotated), or 32 bytes of AES key, raw or in
 * Base64.
 */
public final class DeploymentKey {
  private static final int KEY_BYTES = 32;
  private final KeysetHandle keyset;

  private DeploymentKey(KeysetHandle keyset) {
    this.keyset = keyset;
  }

  /**
   * Reads the key.
   *
   * @throws VaultException with a sentence that names the file, when it is none
   */
  public static DeploymentKey read(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var text = new String(bytes, UTF_8).strip();
      if (text.startsWith("{")) {
        return new DeploymentKey(
            TinkJsonProtoKeysetFormat.parseKeyset(text, AeadConfig2026.get(), access()));
      }
      return new DeploymentKey(
          rawKey(bytes.length == KEY_BYTES ? bytes : Base64.getDecoder().decode(text)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new VaultException(
          "The key file %s can't be read as a key: it has to hold a Tink keyset in JSON, or 32 bytes, raw or in Base64."
              .formatted(file),
          e);
    }
  }

  /** Reads the key, or makes one in a file that only its owner can read. */
  public static DeploymentKey readOrCreate(Path file) {
    if (Files.exists(file)) {
      return read(file);
    }
    try {
      var keyset =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(), access()),
          StandardOpenOption.WRITE,
          StandardOpenOption.DSYNC);
      return new DeploymentKey(keyset);
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException("The key file %s can't be written.".formatted(file), e);
    }
  }

  Aead aead() {
    try {
      return keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new VaultException("The deployment's key can't be used.", e);
    }
  }

  private static SecretKeyAccess access() {
    return InsecureSecretKeyAccess.get();
  }

  @AccessesPartialKey
  private static KeysetHandle rawKey(byte[] bytes) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(KEY_BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    var key =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(bytes, access()))
            .build();
    return KeysetHandle.newBuilder()
        .setConfiguration(AeadConfig2026.get())
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build();
  }
}
