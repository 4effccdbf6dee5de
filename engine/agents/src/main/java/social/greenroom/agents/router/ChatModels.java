package social.greenroom.agents.router;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** langchain4j's client for each model id, made once. Retries are ours, so theirs are off. */
final class ChatModels {
  private static final int MAX_OUTPUT_TOKENS = 8_192;

  private final ModelRouterConfig config;
  private final SharedClient client;
  private final Map<String, ChatModel> models = new ConcurrentHashMap<>();

  ChatModels(ModelRouterConfig config, BoundedHttpClient client) {
    this.config = config;
    this.client = new SharedClient(client, config.timeout());
  }

  ChatModel of(String id) {
    return models.computeIfAbsent(
        id,
        missing ->
            switch (config.shape()) {
              case OPENAI -> openAi(missing);
              case ANTHROPIC -> anthropic(missing);
            });
  }

  private ChatModel openAi(String id) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(client)
        .baseUrl(config.v1())
        .apiKey(config.apiKey())
        .modelName(id)
        .maxCompletionTokens(MAX_OUTPUT_TOKENS)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .strictJsonSchema(true)
        .maxRetries(0)
        .build();
  }

  private ChatModel anthropic(String id) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(client)
        .baseUrl(config.v1())
        .apiKey(config.apiKey())
        .modelName(id)
        .maxTokens(MAX_OUTPUT_TOKENS)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .maxRetries(0)
        .build();
  }
}
