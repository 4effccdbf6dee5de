package social.greenroom.agents.router;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.agents.answer.AnswerType;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;
import social.greenroom.agents.prompt.Question;
import social.greenroom.core.usage.UsageLog;

/**
 * Asks models and gets typed answers. An answer that doesn't fit its type is asked for once more,
 * with what is wrong with it; then it fails with a sentence. Safe for use by many threads.
 */
public final class ModelRouter {
  private final ModelRouterConfig config;
  private final UsageLog usage;
  private final Clock clock;
  private final Retries retries;
  private final ModelCatalogue catalogue;
  private final ChatModels models;

  public ModelRouter(ModelRouterConfig config, UsageLog usage) {
    this(config, usage, Clock.systemUTC());
  }

  ModelRouter(ModelRouterConfig config, UsageLog usage, Clock clock) {
    var client = new BoundedHttpClient(config.timeout());
    this.config = config;
    this.usage = usage;
    this.clock = clock;
    this.retries = new Retries(config.name(), config.retries());
    this.catalogue = new ModelCatalogue(config, client, retries, clock);
    this.models = new ChatModels(config, client);
  }

  /**
   * Asks the agent's model.
   *
   * @throws AgentFailedException when the router gives no answer, or none that fits
   */
  public <T> T ask(Question question, AnswerType<T> type) throws AgentFailedException {
    try {
      return once(question, type);
    } catch (UnfitAnswerException first) {
      try {
        return once(question.again(first.problem()), type);
      } catch (UnfitAnswerException second) {
        throw new AgentFailedException(
            "The %s agent's answer didn't fit, and neither did its second one: %s"
                .formatted(question.agent().wireName(), second.problem()),
            false);
      }
    }
  }

  private <T> T once(Question question, AnswerType<T> type)
      throws AgentFailedException, UnfitAnswerException {
    var model = catalogue.resolve(config.models().of(question.agent()));
    var response = call(model, request(question, type), question);
    if (response.finishReason() == FinishReason.LENGTH) {
      throw new UnfitAnswerException("The answer was so long that it was cut off; be brief.");
    }
    @Nullable String text = response.aiMessage().text();
    if (text == null || text.isBlank()) {
      throw new UnfitAnswerException("The answer was empty.");
    }
    return type.read(Fields.parse(text));
  }

  private ChatResponse call(String model, ChatRequest request, Question question)
      throws AgentFailedException {
    var began = clock.instant();
    try {
      var response = retries.run(() -> models.of(model).chat(request));
      var millis = Duration.between(began, clock.instant()).toMillis();
      usage.record(Tokens.used(question.agent(), model, response.tokenUsage(), millis));
      return response;
    } catch (AgentFailedException e) {
      if (!e.temporary()) {
        catalogue.forget();
      }
      throw e;
    }
  }

  private static ChatRequest request(Question question, AnswerType<?> type) {
    return ChatRequest.builder()
        .messages(SystemMessage.from(question.system()), UserMessage.from(question.user()))
        .responseFormat(
            ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                    JsonSchema.builder().name(type.name()).rootElement(type.schema()).build())
                .build())
        .build();
  }
}
