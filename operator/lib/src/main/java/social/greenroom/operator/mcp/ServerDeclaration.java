package social.greenroom.operator.mcp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.crds.account.AccountPlatform;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.mcp.McpTool;
import social.greenroom.crds.mcp.ToolArgument;
import social.greenroom.store.account.McpServerRow;
import social.greenroom.store.account.McpServerSpec;
import social.greenroom.store.vault.SealedSecret;

/** What an McpServer resource declares, as the database takes it. */
final class ServerDeclaration {
  private static final String TRANSPORT = "streamable-http";

  private ServerDeclaration() {}

  static McpServerSpec of(McpServer server, boolean shared, @Nullable SealedSecret secret) {
    var spec = server.getSpec();
    return new McpServerSpec(
        server.getMetadata().getName(),
        shared,
        spec.url(),
        TRANSPORT,
        platforms(spec.serves().platforms()),
        mapping(spec.tools()),
        secret);
  }

  /** True when the row says what the resource declares. */
  static boolean same(McpServerRow row, McpServerSpec spec) {
    return row.url().equals(spec.url())
        && row.transport().equals(spec.transport())
        && row.platforms().equals(spec.platforms())
        && row.tools().equals(spec.tools())
        && Objects.equals(row.secret(), spec.secret());
  }

  private static List<String> platforms(List<AccountPlatform> platforms) {
    return platforms.stream().map(AccountPlatform::wireName).toList();
  }

  private static ToolMapping mapping(List<McpTool> tools) {
    var byOperation = new HashMap<String, ToolMapping.Tool>();
    for (var tool : tools) {
      byOperation.put(
          tool.operation().wireName(), new ToolMapping.Tool(tool.name(), arguments(tool)));
    }
    return new ToolMapping(byOperation);
  }

  private static Map<String, String> arguments(McpTool tool) {
    return tool.arguments().stream()
        .collect(Collectors.toMap(ToolArgument::name, ToolArgument::as));
  }
}
