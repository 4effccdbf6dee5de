package social.greenroom.core.vault;

/**
 * An account's credential in the clear.
 *
 * @param secret the access token or key; never to be logged
 * @param version counts its renewals, from 1
 */
public record Credential(String secret, int version) {
  @Override
  public String toString() {
    return "Credential[version %d]".formatted(version);
  }
}
