package social.greenroom.agents.content;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.List;
import social.greenroom.agents.answer.AnswerType;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;

/** The form of the content agent's answer, for the accounts and pictures at hand. */
record DraftsType(DraftInput input) implements AnswerType<List<Draft>> {

  @Override
  public String name() {
    return "drafts";
  }

  @Override
  public JsonObjectSchema schema() {
    var schema =
        JsonObjectSchema.builder()
            .addProperty(
                "drafts",
                JsonArraySchema.builder()
                    .description("one draft for each account")
                    .items(draft())
                    .build());
    if (input.media().isEmpty()) {
      return schema.required("drafts").additionalProperties(false).build();
    }
    return schema
        .addProperty(
            "pictures",
            JsonArraySchema.builder()
                .description("what each picture shows")
                .items(picture())
                .build())
        .required("drafts", "pictures")
        .additionalProperties(false)
        .build();
  }

  @Override
  public List<Draft> read(Fields answer) throws UnfitAnswerException {
    return new DraftsReader(input).read(answer);
  }

  private JsonObjectSchema draft() {
    return JsonObjectSchema.builder()
        .addEnumProperty(
            "accountId",
            input.accounts().stream().map(account -> account.id().toString()).toList(),
            "the account's id")
        .addStringProperty("text", "the post, within the account's limit")
        .addProperty(
            "thread",
            JsonArraySchema.builder()
                .description("further posts of a thread; usually empty")
                .items(new JsonStringSchema())
                .build())
        .addProperty(
            "firstComment",
            JsonAnyOfSchema.builder()
                .description("a comment below the post; usually null")
                .anyOf(new JsonStringSchema(), new JsonNullSchema())
                .build())
        .required("accountId", "text", "thread", "firstComment")
        .additionalProperties(false)
        .build();
  }

  private JsonObjectSchema picture() {
    return JsonObjectSchema.builder()
        .addEnumProperty(
            "sha256",
            input.media().stream().map(MediaDescription::sha256).distinct().toList(),
            "the picture's sha256")
        .addStringProperty("altText", "what it shows, for those who can't see it")
        .required("sha256", "altText")
        .additionalProperties(false)
        .build();
  }
}
