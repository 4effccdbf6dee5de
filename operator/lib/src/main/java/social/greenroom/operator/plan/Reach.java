package social.greenroom.operator.plan;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.Unreached;
import social.greenroom.core.egress.AddressHost;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
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

  /** Of the tenant's accounts that aren't removed, by id; each kind of row read at once. */
  static Map<UUID, Reach> all(TenantSession session) {
    var accounts = session.accounts().list(null);
    var tokens =
        session.credentials().of(accounts.stream().map(AccountRow::id).toList()).stream()
            .collect(Collectors.toMap(CredentialRow::accountId, Function.identity()));
    var servers = new EnumMap<Platform, Optional<McpServerRow>>(Platform.class);
    var all = new LinkedHashMap<UUID, Reach>();
    for (var account : accounts) {
      var server =
          servers.computeIfAbsent(account.platform(), session.mcpServers()::serving).orElse(null);
      all.put(account.id(), of(account, server, Optional.ofNullable(tokens.get(account.id()))));
    }
    return all;
  }

  static Reach of(TenantSession session, AccountRow account) {
    return of(
        account,
        session.mcpServers().serving(account.platform()).orElse(null),
        session.credentials().find(account.id()));
  }

  private static Reach of(
      AccountRow account, @Nullable McpServerRow serving, Optional<CredentialRow> token) {
    if (account.channel() != Channel.MCP) {
      return new Reach(account, null, account.endpoint(), token);
    }
    return new Reach(account, serving, serving == null ? null : serving.url(), token);
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
