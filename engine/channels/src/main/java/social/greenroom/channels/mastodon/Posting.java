package social.greenroom.channels.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.PublishOutcome.Published;

/**
 * Posts to an instance.
 *
 * @param options the post's own
 * @param key by which the instance knows the same post again, for an hour
 */
record Posting(MastodonApi api, Map<String, String> options, String key) {

  Published post(String text, List<String> media, @Nullable String replyTo) throws NetworkFailure {
    var status = new LinkedHashMap<String, Object>();
    status.put("status", text);
    if (!media.isEmpty()) {
      status.put("media_ids", media);
    }
    if (replyTo != null) {
      status.put("in_reply_to_id", replyTo);
    }
    option("visibility", status, "visibility");
    option("spoilerText", status, "spoiler_text");
    option("language", status, "language");
    if ("true".equals(options.get("sensitive"))) {
      status.put("sensitive", true);
    }
    var answer = api.post("/api/v1/statuses", status, key);
    var id = answer.path("id").asText("");
    if (id.isEmpty()) {
      throw NetworkFailure.lost("Mastodon said yes, but not under which number it keeps the post.");
    }
    var url = answer.path("url").asText("");
    var kept = answer.path("content");
    return new Published(
        id, url.isEmpty() ? null : url, kept.isTextual() ? StatusText.of(kept.asText()) : null);
  }

  private void option(String name, Map<String, Object> status, String field) {
    var value = options.get(name);
    if (value != null) {
      status.put(field, value);
    }
  }
}
