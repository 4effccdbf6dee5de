package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Network;

/** Who stands behind an MCP server: its tools, its accounts, and how it words trouble. */
public interface Vendor {
  Network network();

  List<Tool> tools();

  /** The connected account that an API key opens. */
  Optional<String> account(String apiKey);

  ToolResult rateLimited(Instant reset, boolean telling);

  ToolResult revoked();

  ToolResult duplicate();

  /** The arguments don't fit the tool's schema; {@code complaint} says how. */
  ToolResult invalid(String complaint);

  /** A success of an unknown shape. */
  JsonObject garbled();
}
