package social.greenroom.agents.router;

import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;
import social.greenroom.agents.Agent;
import social.greenroom.core.usage.Usage;

/** Reads a router's count of tokens, which may be missing or in part. */
final class Tokens {
  private Tokens() {}

  static Usage used(Agent agent, String model, @Nullable TokenUsage tokens, long millis) {
    return new Usage(
        agent.wireName(),
        model,
        tokens == null ? 0 : count(tokens.inputTokenCount()),
        tokens == null ? 0 : count(tokens.outputTokenCount()),
        millis);
  }

  private static int count(@Nullable Integer count) {
    return count == null ? 0 : Math.max(0, count);
  }
}
