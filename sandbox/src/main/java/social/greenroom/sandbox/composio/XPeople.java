package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.ToolCall;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.timeline.Timeline;

/** X's users and what they do with posts. */
public final class XPeople {
  private final Timeline timeline;

  public XPeople(Timeline timeline) {
    this.timeline = timeline;
  }

  /** The number by which X knows a handle. */
  static String id(String handle) {
    var sum = new CRC32();
    sum.update(Caller.plain(handle).getBytes(StandardCharsets.UTF_8));
    return Long.toString(1_000_000_000_000L + sum.getValue());
  }

  ToolResult me(ToolCall call) {
    return Answer.ok(
        new JsonObject()
            .put("id", id(call.handle()))
            .put("username", call.handle())
            .put("name", call.handle()));
  }

  ToolResult like(ToolCall call) {
    return about(call, new JsonObject().put("liked", true));
  }

  ToolResult repost(ToolCall call) {
    return about(call, new JsonObject().put("retweeted", true));
  }

  private ToolResult about(ToolCall call, JsonObject done) {
    return Optional.of(call.arguments().getString("tweet_id"))
        .flatMap(id -> timeline.find(Network.X, id))
        .map(post -> Answer.ok(done))
        .orElseGet(() -> X.refused(404, "Not Found", "Could not find tweet."));
  }

  ToolResult message(ToolCall call) {
    return Answer.ok(
        new JsonObject().put("dm_event_id", Long.toString(System.currentTimeMillis() << 16)));
  }
}
