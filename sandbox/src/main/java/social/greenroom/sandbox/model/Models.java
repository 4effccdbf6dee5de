package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The models on offer. */
final class Models {
  static final List<String> IDS = List.of("sandbox-large-1", "sandbox-medium-1", "sandbox-small-1");
  private static final String RELEASED = "2026-11-21T00:00:00Z";

  private Models() {}

  static JsonObject list() {
    var data = new JsonArray();
    for (var id : IDS) {
      data.add(
          new JsonObject()
              .put("id", id)
              .put("object", "model")
              .put("type", "model")
              .put("display_name", id)
              .put("created", 1_795_219_200)
              .put("created_at", RELEASED)
              .put("owned_by", "sandbox"));
    }
    return new JsonObject()
        .put("object", "list")
        .put("data", data)
        .put("has_more", false)
        .put("first_id", IDS.get(0))
        .put("last_id", IDS.get(IDS.size() - 1));
  }
}
