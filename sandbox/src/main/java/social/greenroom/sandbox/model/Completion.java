package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What the model says: words, or the call of a tool.
 *
 * @param cut whether the words were cut by the limit on tokens
 */
record Completion(String text, Optional<ToolUse> toolUse, boolean cut) {

  /** A tool the model wants called. */
  record ToolUse(String id, String name, JsonObject arguments) {}

  static Completion words(String text, int maxTokens) {
    int most = maxTokens > Integer.MAX_VALUE / 4 ? Integer.MAX_VALUE : maxTokens * 4;
    return text.length() > most
        ? new Completion(text.substring(0, most), Optional.empty(), true)
        : new Completion(text, Optional.empty(), false);
  }

  int tokens() {
    return Prompt.tokens(text)
        + toolUse.map(use -> Prompt.tokens(use.arguments().encode())).orElse(0);
  }
}
