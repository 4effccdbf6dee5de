package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Keys;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.Tool;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.mcp.Vendor;

/** LinkedIn behind Composio: its tools, and its words for trouble. */
public final class LinkedIn implements Vendor {
  static final String POSTS = "https://api.linkedin.com/rest/posts";

  private final Keys keys;
  private final List<Tool> tools;

  public LinkedIn(
      Keys keys, LinkedInPosts posts, LinkedInImages images, LinkedInAudience audience) {
    this.keys = keys;
    this.tools = LinkedInTools.list(posts, images, audience);
  }

  @Override
  public Network network() {
    return Network.LINKEDIN;
  }

  @Override
  public List<Tool> tools() {
    return tools;
  }

  @Override
  public Optional<String> account(String apiKey) {
    return keys.handle(apiKey);
  }

  @Override
  public ToolResult rateLimited(Instant reset, boolean telling) {
    var message =
        new JsonObject()
            .put("status", 429)
            .put("code", "TOO_MANY_REQUESTS")
            .put("message", "Resource level throttle MEMBER_POSTS limit for calls is reached.");
    if (telling) {
      message.put("retry_after", Math.max(1, Duration.between(Instant.now(), reset).toSeconds()));
    }
    return Answer.refused(429, "Too Many Requests", POSTS, message);
  }

  @Override
  public ToolResult revoked() {
    return Answer.refused(
        401,
        "Unauthorized",
        POSTS,
        new JsonObject()
            .put("status", 401)
            .put("serviceErrorCode", 65601)
            .put("code", "REVOKED_ACCESS_TOKEN")
            .put("message", "The token used in the request has been revoked by the user"));
  }

  @Override
  public ToolResult duplicate() {
    return duplicate("urn:li:share:" + (System.currentTimeMillis() << 16));
  }

  /** The refusal of a text that the member posted already, naming the post. */
  static ToolResult duplicate(String urn) {
    var input =
        new JsonObject()
            .put("description", "Duplicate post is detected")
            .put("input", new JsonObject())
            .put("code", "DUPLICATE_POST");
    return Answer.refused(
        422,
        "Unprocessable Entity",
        POSTS,
        new JsonObject()
            .put("errorDetailType", "com.linkedin.common.error.BadRequest")
            .put("message", "Content is a duplicate of " + urn)
            .put("errorDetails", new JsonObject().put("inputErrors", new JsonArray().add(input)))
            .put("status", 422));
  }

  @Override
  public ToolResult invalid(String complaint) {
    return Answer.invalid(complaint);
  }

  @Override
  public JsonObject garbled() {
    return new JsonObject().put("activity", "created").put("version", "9999");
  }
}
