package social.greenroom.channels.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome.Published;

/** Sends the parts of one command to an instance, each under an idempotency key of its own. */
record Posting(MastodonApi api, PublishCommand command) {

  /**
   * Posts one part.
   *
   * @param part what makes its key differ from the other parts' keys
   */
  Published post(String text, List<String> media, @Nullable String replyTo, String part)
      throws NetworkFailure {
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
    if ("true".equals(command.payload().options().get("sensitive"))) {
      status.put("sensitive", true);
    }
    var answer = api.post("/api/v1/statuses", status, command.idempotencyKey() + part);
    var id = answer.path("id").asText("");
    if (id.isEmpty()) {
      throw NetworkFailure.lost("Mastodon said yes, but not under which number it keeps the post.");
    }
    var url = answer.path("url").asText("");
    return new Published(id, url.isEmpty() ? null : url);
  }

  private void option(String name, Map<String, Object> status, String field) {
    var value = command.payload().options().get(name);
    if (value != null) {
      status.put(field, value);
    }
  }

  /** Answers the first post with the second, that with the third, and so on. */
  void continueThread(Published first) throws NetworkFailure {
    var thread = command.payload().thread();
    var last = first;
    for (int i = 0; i < thread.size(); i++) {
      try {
        last = post(thread.get(i), List.of(), last.remoteId(), ":" + (i + 2));
      } catch (NetworkFailure e) {
        throw e.afterPart(
            "Of the thread's %d posts, %d went out (%s); the next one may not have."
                .formatted(thread.size() + 1, i + 1, first.url()));
      }
    }
  }
}
