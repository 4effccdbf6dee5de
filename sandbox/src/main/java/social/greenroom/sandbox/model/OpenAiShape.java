package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenAI's {@code /v1/chat/completions}. */
final class OpenAiShape implements ApiShape {

  @Override
  public Prompt read(JsonObject request) {
    var messages = Messages.of(request);
    var format = request.getJsonObject("response_format", new JsonObject());
    var kind = format.getString("type", "text");
    var last = messages.get(messages.size() - 1);
    return new Prompt(
        request.getString("model", ""),
        Messages.said(messages, List.of("system", "developer")),
        Messages.said(messages, List.of("user")),
        Optional.ofNullable(
            format.getJsonObject("json_schema", new JsonObject()).getJsonObject("schema")),
        kind.equals("json_object"),
        tools(request),
        choice(request.getValue("tool_choice")),
        last.getString("role", "").equals("tool"),
        request.getInteger(
            "max_completion_tokens", request.getInteger("max_tokens", Integer.MAX_VALUE)),
        request.getBoolean("stream", false));
  }

  private static List<Prompt.ToolOffer> tools(JsonObject request) {
    var offers = new ArrayList<Prompt.ToolOffer>();
    for (var tool : request.getJsonArray("tools", new JsonArray())) {
      var function = ((JsonObject) tool).getJsonObject("function", new JsonObject());
      offers.add(
          new Prompt.ToolOffer(
              function.getString("name", ""),
              function.getString("description", ""),
              function.getJsonObject("parameters", new JsonObject())));
    }
    return offers;
  }

  private static String choice(@Nullable Object choice) {
    return choice instanceof JsonObject named
        ? named.getJsonObject("function", new JsonObject()).getString("name", "auto")
        : choice instanceof String word ? word : "auto";
  }

  @Override
  public JsonObject answer(Prompt prompt, Completion completion, String id) {
    var message = new JsonObject().put("role", "assistant");
    completion
        .toolUse()
        .ifPresentOrElse(
            use -> message.putNull("content").put("tool_calls", new JsonArray().add(call(use))),
            () -> message.put("content", completion.text()));
    var choice =
        new JsonObject()
            .put("index", 0)
            .put("message", message)
            .put("finish_reason", finish(completion));
    return envelope(prompt, id, "chat.completion")
        .put("choices", new JsonArray().add(choice))
        .put("usage", usage(prompt, completion));
  }

  static JsonObject call(Completion.ToolUse use) {
    return new JsonObject()
        .put("id", use.id())
        .put("type", "function")
        .put(
            "function",
            new JsonObject().put("name", use.name()).put("arguments", use.arguments().encode()));
  }

  static String finish(Completion completion) {
    return completion.toolUse().isPresent() ? "tool_calls" : completion.cut() ? "length" : "stop";
  }

  static JsonObject usage(Prompt prompt, Completion completion) {
    int asked = Prompt.tokens(prompt.everything());
    return new JsonObject()
        .put("prompt_tokens", asked)
        .put("completion_tokens", completion.tokens())
        .put("total_tokens", asked + completion.tokens());
  }

  static JsonObject envelope(Prompt prompt, String id, String kind) {
    return new JsonObject()
        .put("id", "chatcmpl-" + id)
        .put("object", kind)
        .put("created", Instant.now().getEpochSecond())
        .put("model", prompt.model());
  }

  @Override
  public String stream(Prompt prompt, Completion completion, String id) {
    return new OpenAiStream(prompt, completion, id).text();
  }

  @Override
  public JsonObject error(String type, String message) {
    return new JsonObject()
        .put(
            "error",
            new JsonObject()
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", type));
  }
}
