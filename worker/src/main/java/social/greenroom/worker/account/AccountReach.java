package social.greenroom.worker.account;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
  private final TokenVault vault;

  public AccountReach(UUID tenantId, DataKey key) {
    this.vault = new TokenVault(tenantId, key);
  }

  /**
   * The way over the account's own channel, and no other; empty when something is missing, or the
   * token isn't for the host that it would be sent to.
   */
  public Optional<AccountAccess> of(TenantSession session, AccountRow account) {
    return Optional.ofNullable(of(session, List.of(account)).get(account.id()));
  }

  /**
   * As {@link #of(TenantSession, AccountRow)}, by the accounts' ids; none where something is
   * missing.
   */
  public Map<UUID, AccountAccess> of(TenantSession session, Collection<AccountRow> accounts) {
    var found = new HashMap<UUID, AccountAccess>();
    for (var known : Known.of(session, accounts)) {
      known
          .target()
          .flatMap(target -> secret(known, target).map(secret -> access(known, target, secret)))
          .ifPresent(access -> found.put(access.accountId(), access));
    }
    return found;
  }

  /** Those that lack nothing but a token for the host that they are reached at. */
  public static Set<UUID> astray(TenantSession session, Collection<AccountRow> accounts) {
    return Known.of(session, accounts).stream()
        .filter(Known::astray)
        .map(known -> known.account().id())
        .collect(Collectors.toSet());
  }

  /** An account with a token of its own is never reached with another. */
  private Optional<String> secret(Known known, Target target) {
    return known.token().isPresent()
        ? known
            .token()
            .filter(row -> row.mayGoTo(target.address()))
            .map(row -> row.open(vault).secret())
        : target.server().flatMap(this::secretOf);
  }

  private Optional<String> secretOf(McpServerRow server) {
    return Optional.ofNullable(server.secret())
        .map(
            kept ->
                vault.open(
                    McpServerRepository.secretSubject(server.name(), server.shared()), kept));
  }

  private static AccountAccess access(Known known, Target target, String secret) {
    var account = known.account();
    var document = TokenDocument.of(secret);
    return new AccountAccess(
        account.tenantId(),
        account.id(),
        account.platform(),
        account.channel(),
        account.handle(),
        account.remoteId(),
        target.address(),
        target.tools(),
        document.token(),
        document.app());
  }

  /**
   * Where an account is reached.
   *
   * @param server whose own key is for accounts that have no token
   */
  private record Target(String address, ToolMapping tools, Optional<McpServerRow> server) {}

  /** What is known of an account, each kind of row read by one statement for all of them. */
  private record Known(AccountRow account, Optional<CredentialRow> token, Optional<Target> target) {
    static List<Known> of(TenantSession session, Collection<AccountRow> accounts) {
      var tokens =
          session.credentials().of(accounts.stream().map(AccountRow::id).toList()).stream()
              .collect(Collectors.toMap(CredentialRow::accountId, Function.identity()));
      var servers = new EnumMap<Platform, Optional<McpServerRow>>(Platform.class);
      return accounts.stream()
          .map(
              account ->
                  new Known(
                      account,
                      Optional.ofNullable(tokens.get(account.id())),
                      account.channel() == Channel.MCP
                          ? servers
                              .computeIfAbsent(account.platform(), session.mcpServers()::serving)
                              .map(server -> at(server))
                          : Optional.ofNullable(account.endpoint())
                              .map(at -> new Target(at, ToolMapping.NONE, Optional.empty()))))
          .toList();
    }

    private static Target at(McpServerRow server) {
      return new Target(server.url(), server.tools(), Optional.of(server));
    }

    boolean astray() {
      return target.flatMap(at -> token.filter(row -> !row.mayGoTo(at.address()))).isPresent();
    }
  }
}
