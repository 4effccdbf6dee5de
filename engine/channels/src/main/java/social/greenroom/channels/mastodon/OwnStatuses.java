package social.greenroom.channels.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.OwnPost;

/** An account's own statuses, page by page, newest first. */
record OwnStatuses(MastodonApi api) {
  private static final int PAGE = 40;
  private static final int MOST_PAGES = 25;

  List<OwnPost> since(String accountId, Instant since) throws NetworkFailure {
    var posts = new ArrayList<OwnPost>();
    String before = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      var statuses = page(accountId, before);
      for (var status : statuses) {
        var post = post(status);
        if (post.at().isBefore(since)) {
          return posts;
        }
        posts.add(post);
        before = post.remoteId();
      }
      if (statuses.size() < PAGE) {
        return posts;
      }
    }
    throw NetworkFailure.unsent(
        "The account has more new posts than can be read, so none can be ruled out.");
  }

  private JsonNode page(String accountId, @Nullable String before) throws NetworkFailure {
    var path =
        "/api/v1/accounts/%s/statuses?exclude_reblogs=true&limit=%d".formatted(accountId, PAGE);
    var statuses = api.get(before == null ? path : path + "&max_id=" + before);
    if (!statuses.isArray()) {
      throw NetworkFailure.unsent("Mastodon listed the posts in a way that we can't read.");
    }
    return statuses;
  }

  private static OwnPost post(JsonNode status) throws NetworkFailure {
    try {
      var url = status.path("url").asText("");
      return new OwnPost(
          status.path("id").asText(""),
          url.isEmpty() ? null : url,
          StatusText.of(status.path("content").asText("")),
          Instant.parse(status.path("created_at").asText("")),
          status.path("in_reply_to_id").asText(null));
    } catch (DateTimeException e) {
      throw NetworkFailure.unsent("Mastodon listed a post without its time.");
    }
  }
}
