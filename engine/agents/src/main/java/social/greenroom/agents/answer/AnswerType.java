package social.greenroom.agents.answer;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;

/** A kind of answer: what the model is told to give, and how it is read. */
public interface AnswerType<T> {
  /** A name of letters and digits, as the routers' schemas need one. */
  String name();

  /** Every property is required, as strict schemas want it; what may be absent may be null. */
  JsonObjectSchema schema();

  /**
   * Reads an answer, checking all that the schema can't say.
   *
   * @throws UnfitAnswerException when it doesn't fit
   */
  T read(Fields answer) throws UnfitAnswerException;
}
