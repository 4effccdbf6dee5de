package social.greenroom.operator.credential;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A value from a Secret.
 *
 * @param version of the Secret it was read from
 */
public record Credential(String value, String version) {
  /** Null where the Secret has nothing under the key. */
  static @Nullable Credential of(@Nullable Secret secret, String key) {
    if (secret == null || secret.getData() == null || !secret.getData().containsKey(key)) {
      return null;
    }
    var decoded = Base64.getDecoder().decode(secret.getData().get(key));
    var value = new String(decoded, StandardCharsets.UTF_8).strip();
    return value.isEmpty()
        ? null
        : new Credential(value, secret.getMetadata().getResourceVersion());
  }

  @Override
  public String toString() {
    return "Credential[version %s]".formatted(version);
  }
}
