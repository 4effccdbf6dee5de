package social.greenroom.agents.persona;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import social.greenroom.agents.answer.AnswerType;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;

/** The form of the persona agent's answer. */
final class DecisionType implements AnswerType<PersonaDecision> {
  private static final int IDEA_MAX = 2000;
  private static final int REASON_MAX = 600;

  @Override
  public String name() {
    return "decision";
  }

  @Override
  public JsonObjectSchema schema() {
    return JsonObjectSchema.builder()
        .addBooleanProperty("postNow", "true to propose a post now, false to stay silent")
        .addStringProperty(
            "idea", "the idea of the post in one to three sentences; empty when silent")
        .addStringProperty("reason", "one sentence that says why")
        .required("postNow", "idea", "reason")
        .additionalProperties(false)
        .build();
  }

  @Override
  public PersonaDecision read(Fields answer) throws UnfitAnswerException {
    var postNow = answer.flag("postNow");
    var idea = postNow ? answer.text("idea", IDEA_MAX) : "";
    return new PersonaDecision(postNow, idea, answer.text("reason", REASON_MAX));
  }
}
