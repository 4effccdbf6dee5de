package social.greenroom.core.channel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tool of an MCP server does an operation, and how our argument names map to the tool's.
 *
 * @param tools by operation name ({@code publish}, {@code delete}, {@code me}, {@code recent},
 *     {@code uploadMedia}, {@code comment})
 */
public record ToolMapping(Map<String, Tool> tools) {
  public static final ToolMapping NONE = new ToolMapping(Map.of());

  public ToolMapping {
    tools = Map.copyOf(tools);
  }

  /** The tool configured for the operation, or null where the adapter's default serves. */
  public @Nullable Tool find(String operation) {
    return tools.get(operation);
  }

  /**
   * @param name the tool's name at the server
   * @param arguments our argument name to the tool's argument name; names not mentioned stay
   */
  public record Tool(String name, Map<String, String> arguments) {
    public Tool {
      arguments = Map.copyOf(arguments);
    }
  }
}
