package social.greenroom.operator.account;

import java.util.Optional;
import social.greenroom.core.egress.AddressHost;
import social.greenroom.core.network.Channel;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;

/**
 * The host that an account's token is sent to.
 *
 * @param address where its address stands, for sentences
 */
record Destination(String host, String address) {
  /** Empty while nothing serves the account, or its address can't be read. */
  static Optional<Destination> of(TenantSession session, AccountRow row) {
    if (row.channel() == Channel.MCP) {
      return session
          .mcpServers()
          .serving(row.platform())
          .flatMap(
              server ->
                  AddressHost.of(server.url())
                      .map(
                          host ->
                              new Destination(
                                  host, "url of McpServer '%s'".formatted(server.name()))));
    }
    return AddressHost.of(row.endpoint()).map(host -> new Destination(host, "endpoint"));
  }
}
