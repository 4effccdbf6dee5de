package social.greenroom.channels.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpTransportSessionNotFoundException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.failure.HttpRefusal;
import social.greenroom.channels.failure.IoTrouble;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.failure.Words;
import social.greenroom.core.limit.RateWindow.Scope;

/**
 * What an exception of the MCP client means for the call.
 *
 * @param secret the account's credential, to be kept out of sentences
 */
record McpTrouble(String whom, String secret) {
  /** JSON-RPC's errors for a request that was never handled: unreadable, unknown, misfit. */
  private static final Set<Integer> NOT_HANDLED = Set.of(-32700, -32600, -32601, -32602);

  /** Nothing of ours was sent yet; a server that we can't agree with may be mended meanwhile. */
  NetworkFailure whileGreeting(
      RuntimeException thrown, Observation.@Nullable Answer answer, Instant now) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof McpError) {
        return NetworkFailure.unsent(
            whom + " and we couldn't agree on how to talk; nothing was sent.");
      }
    }
    return of(thrown, answer, now).whilePreparing();
  }

  NetworkFailure of(RuntimeException thrown, Observation.@Nullable Answer answer, Instant now) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof McpError error) {
        return told(error);
      }
      if (t instanceof McpTransportSessionNotFoundException) {
        return NetworkFailure.unsent(whom + " had closed our session; nothing was sent.");
      }
    }
    return answer == null || answer.success()
        ? IoTrouble.of(thrown, whom, "McpServer.spec.url")
        : new HttpRefusal(whom, answer.status(), answer.headers(), "", Scope.APP).failure(now);
  }

  private NetworkFailure told(McpError error) {
    var told = error.getJsonRpcError();
    if (told == null) {
      return NetworkFailure.lost(whom + " answered with an error.");
    }
    var words = Words.sentence(Words.clean(String.valueOf(told.message()), secret));
    return NOT_HANDLED.contains(told.code())
        ? NetworkFailure.refused(
            "%s doesn't take this call; check the tools of the MCP server: %s"
                .formatted(whom, words))
        : NetworkFailure.lost("%s answered with an error: %s".formatted(whom, words));
  }
}
