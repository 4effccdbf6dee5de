package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A completion as OpenAI streams it. */
final class OpenAiStream {
  private static final String KIND = "chat.completion.chunk";

  private final StringBuilder events = new StringBuilder();
  private final Prompt prompt;
  private final Completion completion;
  private final String id;

  OpenAiStream(Prompt prompt, Completion completion, String id) {
    this.prompt = prompt;
    this.completion = completion;
    this.id = id;
  }

  String text() {
    delta(new JsonObject().put("role", "assistant"), null);
    completion.toolUse().ifPresent(this::call);
    for (var piece : Pieces.of(completion.text())) {
      delta(new JsonObject().put("content", piece), null);
    }
    delta(new JsonObject(), OpenAiShape.finish(completion));
    event(
        OpenAiShape.envelope(prompt, id, KIND)
            .put("choices", new JsonArray())
            .put("usage", OpenAiShape.usage(prompt, completion)));
    return events.append("data: [DONE]\n\n").toString();
  }

  private void call(Completion.ToolUse use) {
    var call = OpenAiShape.call(use).put("index", 0);
    delta(new JsonObject().put("tool_calls", new JsonArray().add(call)), null);
  }

  private void delta(JsonObject delta, @Nullable String finish) {
    var choice = new JsonObject().put("index", 0).put("delta", delta).put("finish_reason", finish);
    event(OpenAiShape.envelope(prompt, id, KIND).put("choices", new JsonArray().add(choice)));
  }

  private void event(JsonObject data) {
    events.append("data: ").append(data.encode()).append("\n\n");
  }
}
