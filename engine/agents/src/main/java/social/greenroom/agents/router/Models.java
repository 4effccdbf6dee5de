package social.greenroom.agents.router;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import social.greenroom.agents.Agent;

/** Which model each agent asks. */
public record Models(ModelChoice persona, ModelChoice content, ModelChoice moderation) {
  /** A large one to decide, a middle one to write, a small one to judge. */
  public static final Models DEFAULTS =
      of(
          "/large|opus|\\bpro\\b/i",
          "/medium|sonnet|gpt-[0-9.o]+$/i",
          "/small|mini|haiku|flash|nano/i");

  /** From ids or {@code /regex/flags}. */
  public static Models of(String persona, String content, String moderation) {
    return new Models(ModelChoice.of(persona), ModelChoice.of(content), ModelChoice.of(moderation));
  }

  /** The one that agent asks. */
  public ModelChoice of(Agent agent) {
    var choices =
        new EnumMap<>(
            Map.of(Agent.PERSONA, persona, Agent.CONTENT, content, Agent.MODERATION, moderation));
    return Objects.requireNonNull(choices.get(agent));
  }
}
