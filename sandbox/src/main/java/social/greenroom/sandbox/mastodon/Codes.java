package social.greenroom.sandbox.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization codes: each is good once, for ten minutes. */
final class Codes {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /**
   * A consent that waits to be turned into tokens.
   *
   * @param challenge PKCE's S256 challenge, empty if the application sent none
   */
  record Consent(
      String handle,
      String scope,
      String client,
      String redirect,
      String challenge,
      Instant given) {
    boolean proven(String verifier) {
      return challenge.isEmpty() || challenge.equals(Digest.of(verifier));
    }
  }

  private final Map<String, Consent> waiting = new HashMap<>();

  String issue(Consent consent) {
    var code = Digest.secret();
    waiting.put(code, consent);
    return code;
  }

  Optional<Consent> redeem(String code) {
    var oldest = Instant.now().minus(LIFETIME);
    return Optional.ofNullable(waiting.remove(code))
        .filter(consent -> consent.given().isAfter(oldest));
  }
}
