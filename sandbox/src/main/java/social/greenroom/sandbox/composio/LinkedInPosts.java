package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.ToolCall;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.media.StoredMedia;
import social.greenroom.sandbox.timeline.Post;
import social.greenroom.sandbox.timeline.Timeline;

/** LinkedIn's posts: create, read by URN, delete. */
public final class LinkedInPosts {
  private static final int MAX_TEXT = 3000;
  private static final int MAX_IMAGES = 20;

  private final Timeline timeline;
  private final LinkedInImages images;

  public LinkedInPosts(Timeline timeline, LinkedInImages images) {
    this.timeline = timeline;
    this.images = images;
  }

  ToolResult create(ToolCall call) {
    var given = call.arguments().getJsonArray("images", new JsonArray());
    if (given.size() > MAX_IMAGES) {
      return unprocessable("/content/multiImage", "A post takes at most 20 images");
    }
    return images
        .find(call.handle(), given)
        .map(attached -> publish(call, call.text("commentary"), attached))
        .orElseGet(
            () -> unprocessable("/content/media/id", "Image asset is missing or not yet uploaded"));
  }

  ToolResult share(ToolCall call) {
    var link = call.arguments().getString("url");
    var text = call.text("commentary");
    return publish(call, text.isEmpty() ? link : text + "\n\n" + link, List.of());
  }

  private ToolResult publish(ToolCall call, String commentary, List<StoredMedia> attached) {
    var author = call.arguments().getString("author");
    // The little-text format escapes its reserved characters with a backslash.
    var text = commentary.replaceAll("\\\\([|{}@\\[\\]()<>#\\\\*_~])", "$1");
    if (!Urn.speaksAs(author, call.handle())) {
      return Answer.refused(
          403,
          "Forbidden",
          LinkedIn.POSTS,
          new JsonObject()
              .put("status", 403)
              .put("code", "ACCESS_DENIED")
              .put("message", "Not enough permissions to post as " + author));
    }
    if (text.isBlank() && attached.isEmpty()) {
      return unprocessable("/commentary", "A post needs a text or an image");
    }
    int length = text.codePointCount(0, text.length());
    if (length > MAX_TEXT) {
      return unprocessable(
          "/commentary",
          "ShareCommentary text length (%d characters) exceeded the maximum allowed (%d characters)"
              .formatted(length, MAX_TEXT));
    }
    var twin =
        timeline
            .of(Network.LINKEDIN, call.handle())
            .filter(post -> post.replyTo().isEmpty() && post.text().equals(text))
            .findFirst();
    return twin.map(post -> LinkedIn.duplicate(Urn.share(post)))
        .orElseGet(() -> accepted(call, text, attached));
  }

  private ToolResult accepted(ToolCall call, String text, List<StoredMedia> attached) {
    var post = timeline.accept(Network.LINKEDIN, call.handle(), text, attached, Optional.empty());
    return Answer.ok(
        new JsonObject()
            .put("x_restli_id", Urn.share(post))
            .put("share_id", Urn.share(post))
            .put("url", timeline.url(post)));
  }

  ToolResult read(ToolCall call) {
    return found(call, "post_id")
        .map(post -> Answer.ok(content(post)))
        .orElseGet(LinkedInPosts::missing);
  }

  private JsonObject content(Post post) {
    return new JsonObject()
        .put("id", Urn.share(post))
        .put("author", Urn.person(post.handle()))
        .put("commentary", post.text())
        .put("lifecycleState", "PUBLISHED")
        .put("createdAt", post.at().toEpochMilli())
        .put("url", timeline.url(post));
  }

  ToolResult delete(ToolCall call) {
    var mine = found(call, "share_id").filter(post -> post.by(Network.LINKEDIN, call.handle()));
    mine.ifPresent(timeline::remove);
    return mine.map(post -> Answer.ok(new JsonObject().put("deleted", true)))
        .orElseGet(LinkedInPosts::missing);
  }

  private Optional<Post> found(ToolCall call, String argument) {
    return timeline.find(Network.LINKEDIN, Urn.id(call.arguments().getString(argument)));
  }

  private static ToolResult missing() {
    return Answer.refused(
        404,
        "Not Found",
        LinkedIn.POSTS,
        new JsonObject()
            .put("status", 404)
            .put("code", "NOT_FOUND")
            .put("message", "Could not find entity"));
  }

  private static ToolResult unprocessable(String field, String why) {
    return Answer.refused(
        422,
        "Unprocessable Entity",
        LinkedIn.POSTS,
        new JsonObject()
            .put("status", 422)
            .put("code", "FIELD_VALIDATION_FAILED")
            .put("field", field)
            .put("message", why));
  }
}
