package social.greenroom.worker.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.AppClient;

/**
 * An account's credential as it was given: the token itself, or what a token endpoint answers (RFC
 * 6749, 5.1) with {@code client_id} and {@code client_secret} of the app beside it. With these the
 * access can be given back.
 */
record TokenDocument(String token, @Nullable AppClient app) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static TokenDocument of(String secret) {
    var document = document(secret);
    var token = document == null ? "" : document.path("access_token").asText("");
    if (document == null || token.isEmpty()) {
      return new TokenDocument(secret, null);
    }
    var id = document.path("client_id").asText("");
    var key = document.path("client_secret").asText("");
    return new TokenDocument(token, id.isEmpty() || key.isEmpty() ? null : new AppClient(id, key));
  }

  private static @Nullable JsonNode document(String secret) {
    if (!secret.startsWith("{")) {
      return null;
    }
    try {
      return JSON.readTree(secret);
    } catch (JsonProcessingException e) {
      // A token that begins like a document is still a token.
      return null;
    }
  }

  @Override
  public String toString() {
    return "TokenDocument[…]";
  }
}
