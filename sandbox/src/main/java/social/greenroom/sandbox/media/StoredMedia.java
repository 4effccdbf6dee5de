package social.greenroom.sandbox.media;

import io.vertx.core.json.JsonObject;

/**
 * A picture or video that a network was given.
 *
 * @param width in pixels, 0 where it can't be told
 * @param height in pixels, 0 where it can't be told
 * @param bytes its size
 * @param alt the alternative text, empty if none was given
 */
public record StoredMedia(
    String id, String owner, MediaKind kind, int width, int height, long bytes, String alt) {

  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("owner", owner)
        .put("kind", kind.name())
        .put("width", width)
        .put("height", height)
        .put("bytes", bytes)
        .put("alt", alt);
  }

  public static StoredMedia fromJson(JsonObject json) {
    return new StoredMedia(
        json.getString("id"),
        json.getString("owner"),
        MediaKind.valueOf(json.getString("kind")),
        json.getInteger("width"),
        json.getInteger("height"),
        json.getLong("bytes"),
        json.getString("alt"));
  }

  public StoredMedia described(String text) {
    return new StoredMedia(id, owner, kind, width, height, bytes, text);
  }
}
