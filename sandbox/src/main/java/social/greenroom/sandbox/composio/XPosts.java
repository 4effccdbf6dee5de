package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.ToolCall;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.media.StoredMedia;
import social.greenroom.sandbox.timeline.Post;
import social.greenroom.sandbox.timeline.Timeline;

/** X's posts: create, reply, read, find recent ones, delete. */
public final class XPosts {
  private static final int MAX_MEDIA = 4;
  private static final Pattern FROM = Pattern.compile("(?:^|[\\s(])from:@?([\\w.-]+)");

  private final Timeline timeline;
  private final XMedia media;

  public XPosts(Timeline timeline, XMedia media) {
    this.timeline = timeline;
    this.media = media;
  }

  ToolResult create(ToolCall call) {
    var text = call.text("text");
    var attached = new ArrayList<StoredMedia>();
    var ids = call.arguments().getJsonArray("media_media_ids", new JsonArray());
    for (var id : ids) {
      media.find(call.handle(), String.valueOf(id)).ifPresent(attached::add);
    }
    if (attached.size() < ids.size()) {
      return X.refused(400, "Invalid Request", "Your media IDs are invalid.");
    }
    if (attached.size() > MAX_MEDIA) {
      return X.refused(400, "Invalid Request", "A post takes at most 4 media.");
    }
    if (text.isBlank() && attached.isEmpty()) {
      return X.refused(400, "Invalid Request", "A post needs a text or media.");
    }
    if (XText.weight(text) > XText.MAX) {
      return X.refused(
          403,
          "Forbidden",
          "Your Tweet text is too long: %d weighted characters of %d."
              .formatted(XText.weight(text), XText.MAX));
    }
    var answered = Optional.ofNullable(call.arguments().getString("reply_in_reply_to_tweet_id"));
    if (answered.isPresent() && timeline.find(Network.X, answered.get()).isEmpty()) {
      return X.refused(
          403, "Forbidden", "You attempted to reply to a Tweet that is deleted or not visible.");
    }
    if (timeline.of(Network.X, call.handle()).anyMatch(post -> post.text().equals(text))) {
      return X.refused(
          403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
    }
    return accepted(timeline.accept(Network.X, call.handle(), text, attached, answered));
  }

  private ToolResult accepted(Post post) {
    return Answer.ok(
        new JsonObject()
            .put("id", post.id())
            .put("text", XEntities.shown(post))
            .put("edit_history_tweet_ids", new JsonArray().add(post.id()))
            .put("url", timeline.url(post)));
  }

  ToolResult read(ToolCall call) {
    return timeline
        .find(Network.X, call.arguments().getString("id"))
        .map(post -> Answer.ok(tweet(post)))
        .orElseGet(() -> X.refused(404, "Not Found", "Could not find tweet."));
  }

  ToolResult delete(ToolCall call) {
    var mine =
        timeline
            .find(Network.X, call.arguments().getString("id"))
            .filter(post -> post.by(Network.X, call.handle()));
    mine.ifPresent(timeline::remove);
    return mine.map(post -> Answer.ok(new JsonObject().put("deleted", true)))
        .orElseGet(
            () -> X.refused(403, "Forbidden", "You are not authorized to delete this Tweet."));
  }

  ToolResult search(ToolCall call) {
    var from = FROM.matcher(call.arguments().getString("query"));
    if (!from.find()) {
      return X.refused(
          400, "Invalid Request", "The sandbox's search knows from:handle and from:id only.");
    }
    int most = Math.max(10, Math.min(100, call.arguments().getInteger("max_results", 10)));
    try {
      var start = Instant.parse(call.arguments().getString("start_time", Instant.EPOCH.toString()));
      return Answer.ok(found(from.group(1), start, most));
    } catch (DateTimeException e) {
      return X.refused(400, "Invalid Request", "Invalid 'start_time'.");
    }
  }

  private JsonObject found(String user, Instant start, int most) {
    var week = Instant.now().minus(Duration.ofDays(7));
    List<Post> recent =
        new ArrayList<>(
            timeline
                .of(Network.X)
                .filter(post -> post.by(Network.X, user) || XPeople.id(post.handle()).equals(user))
                .filter(post -> !post.at().isBefore(start) && post.at().isAfter(week))
                .toList());
    Collections.reverse(recent);
    var data = new JsonArray();
    recent.stream().limit(most).map(this::tweet).forEach(data::add);
    return new JsonObject()
        .put("data", data)
        .put("meta", new JsonObject().put("result_count", data.size()));
  }

  private JsonObject tweet(Post post) {
    var tweet =
        new JsonObject()
            .put("id", post.id())
            .put("text", XEntities.shown(post))
            .put("author_id", XPeople.id(post.handle()))
            .put("created_at", post.at().toString())
            .put("entities", XEntities.of(post))
            .put("url", timeline.url(post));
    post.replyTo()
        .ifPresent(
            answered ->
                tweet.put(
                    "referenced_tweets",
                    new JsonArray()
                        .add(new JsonObject().put("type", "replied_to").put("id", answered))));
    return tweet;
  }
}
