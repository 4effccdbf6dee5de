package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a conversation. */
final class Messages {
  private Messages() {}

  static List<JsonObject> of(JsonObject request) {
    var messages = request.getJsonArray("messages");
    if (messages == null || messages.isEmpty()) {
      throw new IllegalArgumentException("'messages' must be a list with at least one message");
    }
    var all = new ArrayList<JsonObject>();
    messages.forEach(message -> all.add((JsonObject) message));
    return all;
  }

  /** What a message's content says: a string, or its parts that are text. */
  static String text(@Nullable Object content) {
    if (content instanceof String text) {
      return text;
    }
    var said = new StringBuilder();
    if (content instanceof JsonArray parts) {
      for (var part : parts) {
        if (part instanceof JsonObject json && json.getValue("text") instanceof String text) {
          said.append(text).append('\n');
        }
      }
    }
    return said.toString().strip();
  }

  /** The texts of all messages of these roles, in order. */
  static String said(List<JsonObject> messages, List<String> roles) {
    var all = new ArrayList<String>();
    for (var message : messages) {
      if (roles.contains(message.getString("role", ""))) {
        all.add(text(message.getValue("content")));
      }
    }
    return String.join("\n\n", all);
  }
}
