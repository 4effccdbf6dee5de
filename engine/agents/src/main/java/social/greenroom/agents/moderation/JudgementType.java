package social.greenroom.agents.moderation;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import social.greenroom.agents.answer.AnswerType;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;

/** The form of the moderation agent's answer. */
final class JudgementType implements AnswerType<Judgement> {
  private static final int REASON_MAX = 600;

  @Override
  public String name() {
    return "judgement";
  }

  @Override
  public JsonObjectSchema schema() {
    return JsonObjectSchema.builder()
        .addEnumProperty(
            "verdict", List.of("OK", "BLOCK"), "OK to let it pass to its owner, BLOCK to hold it")
        .addStringProperty("reason", "one sentence that says why")
        .required("verdict", "reason")
        .additionalProperties(false)
        .build();
  }

  @Override
  public Judgement read(Fields answer) throws UnfitAnswerException {
    var verdict = answer.text("verdict", 20);
    for (var known : Verdict.values()) {
      if (known.name().equals(verdict)) {
        return new Judgement(known, answer.text("reason", REASON_MAX));
      }
    }
    throw answer.unfit("verdict", "has to be OK or BLOCK");
  }
}
