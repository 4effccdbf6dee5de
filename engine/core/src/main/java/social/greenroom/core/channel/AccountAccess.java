package social.greenroom.core.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/**
 * What an adapter needs to act for one account.
 *
 * @param remoteId the account's id at the network; null until it is connected
 * @param endpoint the base address: of the MCP server for {@code mcp}, of the instance for {@code
 *     api}
 * @param tools how operations map to the server's tools; empty for {@code api}
 * @param secret the token or key, in the clear; never to be logged or put in an outcome
 * @param app under which the token was issued; null where that isn't known
 */
public record AccountAccess(
    UUID tenantId,
    UUID accountId,
    Platform platform,
    Channel channel,
    String handle,
    @Nullable String remoteId,
    String endpoint,
    ToolMapping tools,
    String secret,
    @Nullable AppClient app) {
  /** An access of which the app isn't known. */
  public AccountAccess(
      UUID tenantId,
      UUID accountId,
      Platform platform,
      Channel channel,
      String handle,
      @Nullable String remoteId,
      String endpoint,
      ToolMapping tools,
      String secret) {
    this(tenantId, accountId, platform, channel, handle, remoteId, endpoint, tools, secret, null);
  }

  @Override
  public String toString() {
    return "AccountAccess[%s %s over %s]"
        .formatted(platform.wireName(), handle, channel.wireName());
  }
}
