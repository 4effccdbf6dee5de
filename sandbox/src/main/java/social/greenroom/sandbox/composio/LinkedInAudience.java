package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.ToolCall;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.timeline.Post;
import social.greenroom.sandbox.timeline.Timeline;

/** LinkedIn's members and what they do with posts. */
public final class LinkedInAudience {
  private static final int MAX_COMMENT = 1250;

  private final Timeline timeline;

  public LinkedInAudience(Timeline timeline) {
    this.timeline = timeline;
  }

  ToolResult me(ToolCall call) {
    return Answer.ok(
        new JsonObject()
            .put("author_id", Urn.person(call.handle()))
            .put("id", Urn.id(Urn.person(call.handle())))
            .put("vanityName", call.handle())
            .put("name", call.handle()));
  }

  ToolResult comment(ToolCall call) {
    var target = call.arguments().getString("target_urn");
    var message = call.text("message");
    if (message.length() > MAX_COMMENT) {
      return refused(422, "Unprocessable Entity", "A comment takes at most 1,250 characters");
    }
    return timeline
        .find(Network.LINKEDIN, Urn.id(target))
        .map(post -> commented(call.handle(), post, message))
        .orElseGet(() -> refused(404, "Not Found", "Could not find entity " + target));
  }

  private ToolResult commented(String handle, Post post, String message) {
    var comment =
        timeline.accept(Network.LINKEDIN, handle, message, List.of(), Optional.of(post.id()));
    return Answer.ok(
        new JsonObject()
            .put("id", "urn:li:comment:(%s,%s)".formatted(Urn.share(post), comment.id()))
            .put("object", Urn.share(post)));
  }

  ToolResult reactions(ToolCall call) {
    return Answer.ok(
        new JsonObject()
            .put("elements", new JsonArray())
            .put("paging", new JsonObject().put("start", 0).put("count", 10).put("total", 0)));
  }

  ToolResult stats(ToolCall call) {
    return Answer.ok(new JsonObject().put("elements", new JsonArray()));
  }

  private static ToolResult refused(int status, String reason, String why) {
    return Answer.refused(
        status,
        reason,
        "https://api.linkedin.com/rest/socialActions",
        new JsonObject().put("status", status).put("message", why));
  }
}
