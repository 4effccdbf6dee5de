package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A completion as Anthropic streams it. */
final class AnthropicStream {
  private final StringBuilder events = new StringBuilder();
  private final Prompt prompt;
  private final Completion completion;
  private final String id;

  AnthropicStream(Prompt prompt, Completion completion, String id) {
    this.prompt = prompt;
    this.completion = completion;
    this.id = id;
  }

  String text() {
    var message =
        AnthropicShape.envelope(prompt, id)
            .put("content", new JsonArray())
            .putNull("stop_reason")
            .putNull("stop_sequence")
            .put("usage", AnthropicShape.usage(prompt, 1));
    event("message_start", new JsonObject().put("message", message));
    completion
        .toolUse()
        .ifPresentOrElse(
            use ->
                block(
                    AnthropicShape.toolUse(use).put("input", new JsonObject()),
                    "input_json_delta",
                    "partial_json",
                    use.arguments().encode()),
            () ->
                block(
                    new JsonObject().put("type", "text").put("text", ""),
                    "text_delta",
                    "text",
                    completion.text()));
    var delta =
        new JsonObject()
            .put("stop_reason", AnthropicShape.stop(completion))
            .putNull("stop_sequence");
    event(
        "message_delta",
        new JsonObject()
            .put("delta", delta)
            .put("usage", new JsonObject().put("output_tokens", completion.tokens())));
    event("message_stop", new JsonObject());
    return events.toString();
  }

  private void block(JsonObject empty, String kind, String field, String said) {
    event("content_block_start", new JsonObject().put("index", 0).put("content_block", empty));
    for (var piece : Pieces.of(said)) {
      var delta = new JsonObject().put("type", kind).put(field, piece);
      event("content_block_delta", new JsonObject().put("index", 0).put("delta", delta));
    }
    event("content_block_stop", new JsonObject().put("index", 0));
  }

  private void event(String type, JsonObject data) {
    events
        .append("event: ")
        .append(type)
        .append("\ndata: ")
        .append(data.put("type", type).encode())
        .append("\n\n");
  }
}
