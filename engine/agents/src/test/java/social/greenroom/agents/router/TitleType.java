package social.greenroom.agents.router;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import social.greenroom.agents.answer.AnswerType;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;

/** The smallest answer there is. */
final class TitleType implements AnswerType<String> {
  @Override
  public String name() {
    return "title";
  }

  @Override
  public JsonObjectSchema schema() {
    return JsonObjectSchema.builder()
        .addStringProperty("title", "a title")
        .required("title")
        .additionalProperties(false)
        .build();
  }

  @Override
  public String read(Fields answer) throws UnfitAnswerException {
    return answer.text("title", 200);
  }
}
