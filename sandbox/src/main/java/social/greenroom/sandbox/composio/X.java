package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Keys;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.Tool;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.mcp.Vendor;

/** X behind Composio: its tools, and its words for trouble. */
public final class X implements Vendor {
  private static final String TWEETS = "https://api.x.com/2/tweets";

  private final Keys keys;
  private final List<Tool> tools;

  public X(Keys keys, XPosts posts, XMedia media, XPeople people) {
    this.keys = keys;
    this.tools = XTools.list(posts, media, people);
  }

  @Override
  public Network network() {
    return Network.X;
  }

  @Override
  public List<Tool> tools() {
    return tools;
  }

  @Override
  public Optional<String> account(String apiKey) {
    return keys.handle(apiKey);
  }

  /** X tells no Retry-After, but when its window is reset, in seconds of the epoch. */
  @Override
  public ToolResult rateLimited(Instant reset, boolean telling) {
    var message = problem(429, "Too Many Requests", "Too Many Requests");
    if (telling) {
      message.put(
          "headers",
          new JsonObject()
              .put("x-rate-limit-limit", "100")
              .put("x-rate-limit-remaining", "0")
              .put("x-rate-limit-reset", Long.toString(reset.getEpochSecond())));
    }
    return Answer.refused(429, "Too Many Requests", TWEETS, message);
  }

  @Override
  public ToolResult revoked() {
    return refused(401, "Unauthorized", "Unauthorized");
  }

  @Override
  public ToolResult duplicate() {
    return refused(
        403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
  }

  @Override
  public ToolResult invalid(String complaint) {
    return Answer.invalid(complaint);
  }

  @Override
  public JsonObject garbled() {
    return new JsonObject().put("tweet", new JsonObject().put("rest", "created"));
  }

  static ToolResult refused(int status, String title, String detail) {
    return Answer.refused(status, title, TWEETS, problem(status, title, detail));
  }

  private static JsonObject problem(int status, String title, String detail) {
    return new JsonObject()
        .put("title", title)
        .put("detail", detail)
        .put("type", "about:blank")
        .put("status", status);
  }
}
