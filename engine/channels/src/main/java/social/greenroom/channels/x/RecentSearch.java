package social.greenroom.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.composio.ComposioCall;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.OwnPost;

/** An account's own posts by X's recent search, which reaches seven days back. */
record RecentSearch(ComposioCall call, Instant now) {
  private static final Duration REACH = Duration.ofDays(7).minusMinutes(5);
  private static final int PAGE = 100;

  List<OwnPost> posts(AccountAccess account, Instant since) throws NetworkFailure {
    if (since.isBefore(now.minus(REACH))) {
      throw NetworkFailure.unsent("X lists posts of the last seven days only.");
    }
    var arguments = new LinkedHashMap<String, Object>();
    arguments.put("query", "from:" + author(account));
    arguments.put("max", PAGE);
    arguments.put("since", since.truncatedTo(ChronoUnit.SECONDS).toString());
    arguments.put("fields", List.of("created_at", "entities", "author_id", "referenced_tweets"));
    var data = call.data(XTools.RECENT, arguments);
    var found = data.path("data");
    if (!found.isArray() && data.path("meta").path("result_count").asInt(-1) != 0) {
      throw NetworkFailure.unsent("X listed the account's posts in a way that we can't read.");
    }
    if (found.size() >= PAGE) {
      throw NetworkFailure.unsent(
          "The account has more new posts than X lists at once, so none can be ruled out.");
    }
    var posts = new ArrayList<OwnPost>();
    for (var tweet : found) {
      posts.add(post(account, tweet));
    }
    posts.sort(Comparator.comparing(OwnPost::at).reversed());
    return posts;
  }

  /**
   * The user's number where it is known: a handle may have been renamed, and a search that finds
   * nothing for an old one would prove an absence that isn't.
   */
  private static String author(AccountAccess account) {
    var remoteId = account.remoteId();
    return remoteId == null ? account.handle().replaceFirst("^@", "") : remoteId;
  }

  private static @Nullable String repliedTo(JsonNode tweet) {
    for (var referenced : tweet.path("referenced_tweets")) {
      if (referenced.path("type").asText("").equals("replied_to")) {
        return referenced.path("id").asText(null);
      }
    }
    return null;
  }

  private static OwnPost post(AccountAccess account, JsonNode tweet) throws NetworkFailure {
    var id = tweet.path("id").asText("");
    try {
      var url = ComposioCall.text(tweet, "url");
      return new OwnPost(
          id,
          url.isEmpty() ? "https://x.com/%s/status/%s".formatted(account.handle(), id) : url,
          TweetText.of(tweet),
          Instant.parse(tweet.path("created_at").asText("")),
          repliedTo(tweet));
    } catch (DateTimeException e) {
      throw NetworkFailure.unsent("X listed a post without its time.");
    }
  }
}
