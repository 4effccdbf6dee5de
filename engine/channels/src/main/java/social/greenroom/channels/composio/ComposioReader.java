package social.greenroom.channels.composio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import social.greenroom.channels.failure.HttpRefusal;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.failure.Words;
import social.greenroom.core.channel.AccountAccess;

/**
 * Reads Composio's answers, {@code {data, successful, error}}: the data, or the failure that the
 * network's own status and words mean.
 *
 * @param aboutContent whether a network's words for "forbidden" speak of the content rather than of
 *     the account
 */
public record ComposioReader(AccountAccess account, Predicate<String> aboutContent) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STATUS = Pattern.compile("^\\s*([1-5]\\d\\d)\\b");

  /** Composio's own check of the arguments, made before it calls the network. */
  private static final Pattern MISFIT =
      Pattern.compile(
          "(?i)invalid request data|fields are missing|extra inputs|valid \\w+ on param");

  /** The data of an answer that says it was successful. */
  public JsonNode data(String answer, Instant now) throws NetworkFailure {
    var json = parsed(answer);
    if (!json.path("successful").isBoolean()) {
      throw NetworkFailure.lost(network() + " answered in a way that we can't read.");
    }
    if (json.path("successful").asBoolean()) {
      return json.path("data");
    }
    throw failure(json, now);
  }

  private NetworkFailure failure(JsonNode json, Instant now) {
    var error = json.path("error").asText("");
    var told = parsed(error);
    int status = status(json.path("data"), told);
    var words = Words.clean(words(told, error), account.secret());
    if (status == 403 && aboutContent.test(words)) {
      return NetworkFailure.refused(network() + " refused it: " + Words.sentence(words));
    }
    if (status > 0) {
      return new HttpRefusal(network(), status, ToldHeaders.of(told), words).failure(now);
    }
    return MISFIT.matcher(error).find()
        ? NetworkFailure.refused(
            "The MCP server of %s doesn't take this call; check its tools: %s"
                .formatted(network(), Words.sentence(words)))
        : NetworkFailure.lost(network() + " answered with an error: " + Words.sentence(words));
  }

  private static int status(JsonNode data, JsonNode told) {
    if (data.path("status_code").isInt()) {
      return data.path("status_code").asInt();
    }
    var named = STATUS.matcher(data.path("http_error").asText(""));
    return named.find() ? Integer.parseInt(named.group(1)) : told.path("status").asInt(0);
  }

  /** The network's sentence within its error, else all of the error. */
  private static String words(JsonNode told, String error) {
    for (var field : new String[] {"detail", "message", "title"}) {
      var said = told.path(field).asText("");
      if (!said.isBlank()) {
        return said;
      }
    }
    return error;
  }

  private static JsonNode parsed(String text) {
    try {
      var node = JSON.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private String network() {
    return account.platform().displayName();
  }
}
