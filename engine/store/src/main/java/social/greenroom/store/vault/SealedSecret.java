package social.greenroom.store.vault;

import java.util.Arrays;

/**
 * A secret as it is kept: only the vault it was sealed by opens it, for the subject it was bound
 * to.
 */
public final class SealedSecret {
  private final byte[] bytes;

  private SealedSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What was kept. */
  public static SealedSecret of(byte[] bytes) {
    return new SealedSecret(bytes.clone());
  }

  /** What is to be kept. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedSecret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SealedSecret[%d bytes]".formatted(bytes.length);
  }
}
