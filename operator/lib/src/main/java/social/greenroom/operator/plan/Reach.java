package social.greenroom.operator.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.Unreached;
import social.greenroom.core.egress.AddressHost;
import social.greenroom.core.network.Channel;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.McpServerRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.vault.CredentialRow;

/**
 * How an account's network is reached, as the sender finds it.
 *
 * @param server the MCP server; null for none, and over the network's own API
 * @param address where its token is sent; null for nowhere
 * @param token its own, if it has one
 */
record Reach(
    AccountRow account,
    @Nullable McpServerRow server,
    @Nullable String address,
    Optional<CredentialRow> token) {

  /** Of the tenant's accounts that aren't removed, by id. */
  static Map<UUID, Reach> all(TenantSession session) {
    var all = new LinkedHashMap<UUID, Reach>();
    session.accounts().list(null).forEach(row -> all.put(row.id(), of(session, row)));
    return all;
  }

  static Reach of(TenantSession session, AccountRow account) {
    var server =
        account.channel() == Channel.MCP
            ? session.mcpServers().serving(account.platform()).orElse(null)
            : null;
    var address = server == null ? account.endpoint() : server.url();
    return new Reach(
        account,
        server,
        account.channel() == Channel.MCP && server == null ? null : address,
        session.credentials().find(account.id()));
  }

  /** What keeps its posts from being sent; empty where nothing does. */
  Optional<Prospect> obstacle() {
    if (address == null || (token.isEmpty() && (server == null || server.secret() == null))) {
      return Optional.of(Prospect.fails(Unreached.MISSING));
    }
    return astray() ? Optional.of(Prospect.held(Unreached.ASTRAY)) : Optional.empty();
  }

  /** True when its token is for another host. */
  boolean astray() {
    return address != null && token.filter(own -> !own.mayGoTo(address)).isPresent();
  }

  /** The host that its token is sent to; empty for nowhere. */
  Optional<String> host() {
    return AddressHost.of(address);
  }
}
