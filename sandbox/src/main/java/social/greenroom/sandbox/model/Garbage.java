package social.greenroom.sandbox.model;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a model says on a bad day; four ways, in turn. */
final class Garbage {
  private Garbage() {}

  static Completion of(Completion good, int turn) {
    var text = good.toolUse().map(use -> use.arguments().encode()).orElse(good.text());
    return switch (turn % 4) {
      case 0 -> words("Sure! Here is what you asked for. I hope that it helps, let me know.");
      case 1 -> wrongTypes(good, text);
      case 2 -> words(text.substring(0, text.length() / 2));
      default -> words("null");
    };
  }

  private static Completion words(String text) {
    return new Completion(text, Optional.empty(), false);
  }

  private static Completion wrongTypes(Completion good, String text) {
    try {
      var wrong = new JsonObject();
      new JsonObject(text).forEach(entry -> wrong.put(entry.getKey(), twisted(entry.getValue())));
      return good.toolUse().isPresent()
          ? new Completion(
              "",
              good.toolUse().map(use -> new Completion.ToolUse(use.id(), use.name(), wrong)),
              false)
          : words(wrong.encode());
    } catch (DecodeException | ClassCastException e) {
      return words("{\"surprise\": [");
    }
  }

  private static Object twisted(Object value) {
    if (value instanceof String) {
      return new JsonArray().add(42);
    }
    return value instanceof JsonArray ? "not a list" : new JsonObject().put("value", "?");
  }
}
