package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonObject;

/** One API by which a model is asked. */
interface ApiShape {
  /**
   * Reads a request.
   *
   * @throws IllegalArgumentException with a sentence, if it can't be read
   */
  Prompt read(JsonObject request);

  JsonObject answer(Prompt prompt, Completion completion, String id);

  /** The same answer as server-sent events. */
  String stream(Prompt prompt, Completion completion, String id);

  JsonObject error(String type, String message);
}
