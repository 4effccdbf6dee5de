package social.greenroom.worker.account;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.McpServerRepository;
import social.greenroom.store.account.McpServerRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.vault.CredentialRow;
import social.greenroom.store.vault.DataKey;
import social.greenroom.store.vault.TokenVault;

/**
 * How an account is reached: where, and with which secret. Opened with the tenant's data key only.
 */
public final class AccountReach {
  /** For a person, when an account can't be reached. */
  public static final String MISSING =
      "The account has no connection to its network: its credentials or its MCP server are missing."
          + " Connect it, then try again.";

  private final TokenVault vault;

  public AccountReach(UUID tenantId, DataKey key) {
    this.vault = new TokenVault(tenantId, key);
  }

  /** The way over the account's own channel, and no other; empty when something is missing. */
  public Optional<AccountAccess> of(TenantSession session, AccountRow account) {
    return Optional.ofNullable(of(session, List.of(account)).get(account.id()));
  }

  /**
   * As {@link #of(TenantSession, AccountRow)}, by the accounts' ids; none where something is
   * missing.
   */
  public Map<UUID, AccountAccess> of(TenantSession session, Collection<AccountRow> accounts) {
    var ids = accounts.stream().map(AccountRow::id).toList();
    var secrets =
        session.credentials().of(ids).stream()
            .collect(Collectors.toMap(CredentialRow::accountId, row -> row.open(vault).secret()));
    var servers = new EnumMap<Platform, Optional<McpServerRow>>(Platform.class);
    var found = new HashMap<UUID, AccountAccess>();
    for (var account : accounts) {
      var server =
          account.channel() == Channel.MCP
              ? servers.computeIfAbsent(account.platform(), session.mcpServers()::serving)
              : Optional.<McpServerRow>empty();
      of(account, Optional.ofNullable(secrets.get(account.id())), server)
          .ifPresent(access -> found.put(account.id(), access));
    }
    return found;
  }

  private Optional<AccountAccess> of(
      AccountRow account, Optional<String> own, Optional<McpServerRow> mcp) {
    if (account.channel() == Channel.MCP) {
      return mcp.flatMap(
          server ->
              own.or(() -> secretOf(server))
                  .map(secret -> access(account, server.url(), server.tools(), secret)));
    }
    return Optional.ofNullable(account.endpoint())
        .flatMap(
            endpoint -> own.map(secret -> access(account, endpoint, ToolMapping.NONE, secret)));
  }

  private Optional<String> secretOf(McpServerRow server) {
    return Optional.ofNullable(server.secret())
        .map(
            kept ->
                vault.open(
                    McpServerRepository.secretSubject(server.name(), server.shared()), kept));
  }

  private static AccountAccess access(
      AccountRow account, String endpoint, ToolMapping tools, String secret) {
    var document = TokenDocument.of(secret);
    return new AccountAccess(
        account.tenantId(),
        account.id(),
        account.platform(),
        account.channel(),
        account.handle(),
        account.remoteId(),
        endpoint,
        tools,
        document.token(),
        document.app());
  }
}
