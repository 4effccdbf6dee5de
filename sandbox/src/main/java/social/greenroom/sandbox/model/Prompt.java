package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A question to a model, whatever API it came by.
 *
 * @param system what the operator of the model said
 * @param user the last thing the user said
 * @param schema the schema the answer must have, where the API was told one
 * @param tools what the model may call
 * @param toolChoice {@code auto}, {@code required}, {@code none}, or the name of the one to call
 * @param answered whether the last message brings a tool's result
 */
record Prompt(
    String model,
    String system,
    String user,
    Optional<JsonObject> schema,
    boolean json,
    List<ToolOffer> tools,
    String toolChoice,
    boolean answered,
    int maxTokens,
    boolean stream) {

  /** A tool on offer. */
  record ToolOffer(String name, String description, JsonObject schema) {}

  Prompt {
    tools = List.copyOf(tools);
  }

  String everything() {
    return system + "\n" + user;
  }

  /** Roughly what a tokenizer would say: four characters each. */
  static int tokens(String text) {
    return Math.max(1, (text.length() + 3) / 4);
  }
}
