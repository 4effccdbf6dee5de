package social.greenroom.sandbox;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** The official MCP client, connected to one of the sandbox's servers. */
public final class McpCaller implements AutoCloseable {
  private final McpSyncClient client;

  public McpCaller(Sandbox sandbox, String server, String key) {
    var transport =
        HttpClientStreamableHttpTransport.builder(sandbox.baseUrl())
            .endpoint("/mcp/composio/" + server)
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) -> request.header("x-api-key", key))
            .build();
    client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(20))
            .initializationTimeout(Duration.ofSeconds(20))
            .build();
  }

  public McpSyncClient client() {
    return client;
  }

  /** Composio's answer to a tool's call. */
  public JsonObject call(String tool, Map<String, Object> arguments) {
    var result =
        client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    var text = (McpSchema.TextContent) result.content().get(0);
    var answer = new JsonObject(text.text());
    if (answer.getBoolean("successful") == Boolean.TRUE.equals(result.isError())) {
      throw new IllegalStateException("isError contradicts successful: " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
