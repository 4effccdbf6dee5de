package social.greenroom.channels.mcp;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.failure.ToldLimits;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;

/** An open session with an MCP server, for one account. Each call is sent once. */
public final class McpSession implements AutoCloseable {
  private static final ToldLimits LIMITS = new ToldLimits(Scope.APP, "calls");

  private final McpSyncClient client;
  private final Observation observation;
  private final ToolNames names;
  private final McpTrouble trouble;
  private final Clock clock;
  private final Consumer<RateWindow> told;

  McpSession(
      McpSyncClient client,
      Observation observation,
      ToolNames names,
      McpTrouble trouble,
      Clock clock,
      Consumer<RateWindow> told) {
    this.client = client;
    this.observation = observation;
    this.names = names;
    this.trouble = trouble;
    this.clock = clock;
    this.told = told;
  }

  /** Greets the server. Until that succeeded nothing else was sent. */
  void initialize() throws NetworkFailure {
    try {
      client.initialize();
    } catch (RuntimeException e) {
      throw trouble.whileGreeting(e, observation.last(), clock.instant());
    }
  }

  /**
   * Calls the tool that does an operation.
   *
   * @param arguments by our names
   * @return the text of the tool's answer, empty if it has none
   */
  public String call(String operation, Map<String, Object> arguments) throws NetworkFailure {
    var request =
        CallToolRequest.builder(names.tool(operation))
            .arguments(names.arguments(operation, arguments))
            .build();
    observation.forget();
    try {
      return client.callTool(request).content().stream()
          .filter(TextContent.class::isInstance)
          .map(content -> ((TextContent) content).text())
          .collect(Collectors.joining("\n"));
    } catch (RuntimeException e) {
      throw trouble.of(e, observation.last(), clock.instant());
    } finally {
      tellLimits();
    }
  }

  /** The server counts what all accounts do through it. */
  private void tellLimits() {
    var answer = observation.last();
    if (answer != null) {
      LIMITS.in(answer.headers(), clock.instant()).ifPresent(told);
    }
  }

  /** The tool's name that does an operation. */
  public String tool(String operation) {
    return names.tool(operation);
  }

  @Override
  public void close() {
    client.close();
  }
}
