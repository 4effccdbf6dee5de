package social.greenroom.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.composio.ComposioCall;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.PublishOutcome.Published;

/** Posts to X, once. */
record Posting(ComposioCall call, AccountAccess account) {

  Published post(String operation, String text, List<String> media, @Nullable String replyTo)
      throws NetworkFailure {
    var arguments = new LinkedHashMap<String, Object>();
    arguments.put("text", text);
    if (!media.isEmpty()) {
      arguments.put("media", media);
    }
    if (replyTo != null) {
      arguments.put("replyTo", replyTo);
    }
    var data = call.data(operation, arguments);
    var id = ComposioCall.text(data, "id", "data.id");
    if (id.isEmpty()) {
      throw NetworkFailure.lost("X said yes, but not under which number it keeps the post.");
    }
    var url = ComposioCall.text(data, "url", "data.url");
    var address = "https://x.com/%s/status/%s".formatted(account.handle(), id);
    return new Published(id, url.isEmpty() ? address : url, kept(data));
  }

  /** The text as X answers that it keeps it, with its links behind t.co. */
  private static @Nullable String kept(JsonNode data) {
    var tweet = data.has("text") ? data : data.path("data");
    return tweet.path("text").isTextual() ? TweetText.of(tweet) : null;
  }
}
