package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Anthropic's {@code /v1/messages}. */
final class AnthropicShape implements ApiShape {

  @Override
  public Prompt read(JsonObject request) {
    var messages = Messages.of(request);
    var last = messages.get(messages.size() - 1);
    return new Prompt(
        request.getString("model", ""),
        Messages.text(request.getValue("system")),
        Messages.said(messages, List.of("user")),
        schema(request),
        false,
        tools(request),
        choice(request.getJsonObject("tool_choice", new JsonObject())),
        bringsResult(last.getValue("content")),
        request.getInteger("max_tokens", Integer.MAX_VALUE),
        request.getBoolean("stream", false));
  }

  /** Structured output, under its present name and its first one. */
  private static Optional<JsonObject> schema(JsonObject request) {
    var format =
        request
            .getJsonObject("output_config", new JsonObject())
            .getJsonObject("format", request.getJsonObject("output_format", new JsonObject()));
    return Optional.ofNullable(format.getJsonObject("schema"));
  }

  private static List<Prompt.ToolOffer> tools(JsonObject request) {
    var offers = new ArrayList<Prompt.ToolOffer>();
    for (var one : request.getJsonArray("tools", new JsonArray())) {
      var tool = (JsonObject) one;
      offers.add(
          new Prompt.ToolOffer(
              tool.getString("name", ""),
              tool.getString("description", ""),
              tool.getJsonObject("input_schema", new JsonObject())));
    }
    return offers;
  }

  private static String choice(JsonObject choice) {
    return switch (choice.getString("type", "auto")) {
      case "any" -> "required";
      case "tool" -> choice.getString("name", "required");
      case "none" -> "none";
      default -> "auto";
    };
  }

  private static boolean bringsResult(@Nullable Object content) {
    return content instanceof JsonArray parts
        && parts.stream()
            .anyMatch(
                part ->
                    part instanceof JsonObject json && "tool_result".equals(json.getValue("type")));
  }

  @Override
  public JsonObject answer(Prompt prompt, Completion completion, String id) {
    var block =
        completion
            .toolUse()
            .map(AnthropicShape::toolUse)
            .orElseGet(() -> new JsonObject().put("type", "text").put("text", completion.text()));
    return envelope(prompt, id)
        .put("content", new JsonArray().add(block))
        .put("stop_reason", stop(completion))
        .putNull("stop_sequence")
        .put("usage", usage(prompt, completion.tokens()));
  }

  static JsonObject toolUse(Completion.ToolUse use) {
    return new JsonObject()
        .put("type", "tool_use")
        .put("id", use.id().replace("call_", "toolu_"))
        .put("name", use.name())
        .put("input", use.arguments());
  }

  static JsonObject envelope(Prompt prompt, String id) {
    return new JsonObject()
        .put("id", "msg_" + id)
        .put("type", "message")
        .put("role", "assistant")
        .put("model", prompt.model());
  }

  static String stop(Completion completion) {
    return completion.toolUse().isPresent()
        ? "tool_use"
        : completion.cut() ? "max_tokens" : "end_turn";
  }

  static JsonObject usage(Prompt prompt, int output) {
    return new JsonObject()
        .put("input_tokens", Prompt.tokens(prompt.everything()))
        .put("output_tokens", output);
  }

  @Override
  public String stream(Prompt prompt, Completion completion, String id) {
    return new AnthropicStream(prompt, completion, id).text();
  }

  @Override
  public JsonObject error(String type, String message) {
    return new JsonObject()
        .put("type", "error")
        .put("error", new JsonObject().put("type", type).put("message", message));
  }
}
