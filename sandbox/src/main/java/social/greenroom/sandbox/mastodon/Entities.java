package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.media.StoredMedia;
import social.greenroom.sandbox.timeline.Post;
import social.greenroom.sandbox.timeline.Timeline;

/** The instance's JSON: accounts, statuses, media, itself. */
record Entities(Origin origin, Timeline timeline) {

  /** The number by which the instance knows a handle. */
  static String id(String handle) {
    var sum = new CRC32();
    sum.update(Caller.plain(handle).getBytes(StandardCharsets.UTF_8));
    return Long.toString(109_000_000_000L + sum.getValue());
  }

  JsonObject account(String handle) {
    var name = Caller.plain(handle);
    return new JsonObject()
        .put("id", id(handle))
        .put("username", name)
        .put("acct", name)
        .put("display_name", handle)
        .put("locked", false)
        .put("bot", false)
        .put("url", origin.at("/timeline?network=mastodon&handle=" + name));
  }

  JsonObject status(Post post) {
    var attached = new JsonArray();
    post.media().forEach(one -> attached.add(media(one)));
    return new JsonObject()
        .put("id", post.id())
        .put("created_at", post.at().toString())
        .put("in_reply_to_id", post.replyTo().orElse(null))
        .put("sensitive", false)
        .put("spoiler_text", "")
        .put("visibility", "public")
        .put("language", "en")
        .put("uri", timeline.url(post))
        .put("url", timeline.url(post))
        .put("replies_count", 0)
        .put("reblogs_count", 0)
        .put("favourites_count", 0)
        .put("content", TootText.html(post.text(), origin.at("/mastodon")))
        .put("account", account(post.handle()))
        .put("media_attachments", attached)
        .put("mentions", new JsonArray())
        .put("tags", new JsonArray());
  }

  JsonObject media(StoredMedia media) {
    var address = origin.at("/media/" + media.id());
    return new JsonObject()
        .put("id", media.id())
        .put("type", media.kind().image() ? "image" : "video")
        .put("url", address)
        .put("preview_url", address)
        .put("description", media.alt().isEmpty() ? null : media.alt())
        .put(
            "meta",
            new JsonObject()
                .put(
                    "original",
                    new JsonObject().put("width", media.width()).put("height", media.height())));
  }

  JsonObject instance() {
    var statuses =
        new JsonObject()
            .put("max_characters", TootText.MAX)
            .put("max_media_attachments", MediaRules.MOST)
            .put("characters_reserved_per_url", 23);
    var attachments =
        new JsonObject()
            .put("supported_mime_types", MediaRules.types())
            .put("image_size_limit", MediaRules.MAX_IMAGE)
            .put("video_size_limit", MediaRules.MAX_VIDEO)
            .put("description_limit", 1500);
    return new JsonObject()
        .put("domain", "127.0.0.1:" + origin.port())
        .put("title", "Sandbox")
        .put("version", "4.4.0")
        .put("description", "A Mastodon instance that never leaves this machine.")
        .put("languages", new JsonArray().add("en"))
        .put(
            "configuration",
            new JsonObject().put("statuses", statuses).put("media_attachments", attachments));
  }
}
