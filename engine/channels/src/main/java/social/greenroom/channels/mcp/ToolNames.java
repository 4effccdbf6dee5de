package social.greenroom.channels.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import social.greenroom.core.channel.ToolMapping;

/**
 * The server's names of tools and arguments: those configured, else the network's usual ones.
 *
 * @param configured as the McpServer resource says
 * @param usual as the network's adapter knows them
 */
public record ToolNames(ToolMapping configured, ToolMapping usual) {

  String tool(String operation) {
    var chosen = configured.find(operation);
    if (chosen != null) {
      return chosen.name();
    }
    var known = usual.find(operation);
    if (known == null) {
      throw new IllegalArgumentException("No tool is known for the operation " + operation);
    }
    return known.name();
  }

  /** Our arguments under the tool's names; an argument without a value isn't sent. */
  Map<String, Object> arguments(String operation, Map<String, Object> ours) {
    var names = new LinkedHashMap<String, String>();
    var known = usual.find(operation);
    if (known != null) {
      names.putAll(known.arguments());
    }
    var chosen = configured.find(operation);
    if (chosen != null) {
      names.putAll(chosen.arguments());
    }
    var theirs = new LinkedHashMap<String, Object>();
    ours.forEach((name, value) -> theirs.put(names.getOrDefault(name, name), value));
    return theirs;
  }
}
