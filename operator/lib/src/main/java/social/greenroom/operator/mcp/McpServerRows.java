package social.greenroom.operator.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.account.McpServerRepository;
import social.greenroom.store.account.McpServerRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.vault.SealedSecret;

/** MCP servers in the database: a row in each tenant that a server serves. */
@ApplicationScoped
public class McpServerRows {
  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final String ownNamespace;

  McpServerRows(OperatorDatabases databases, TenantDirectory tenants, OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.ownNamespace = config.namespace();
  }

  /** True when the server lies in the operator's own namespace, and serves every tenant. */
  boolean shared(McpServer server) {
    return ownNamespace.equals(server.getMetadata().getNamespace());
  }

  /** The tenants the server serves. */
  List<TenantRef> served(McpServer server) {
    return shared(server)
        ? tenants.all()
        : tenants.in(server.getMetadata().getNamespace()).stream().toList();
  }

  /** Keeps the server for the tenant where its row says something else. */
  McpServerRow store(TenantRef tenant, McpServer server, @Nullable String key) {
    var name = server.getMetadata().getName();
    var shared = shared(server);
    var before =
        databases.tenants().in(tenant.id(), session -> session.mcpServers().byName(name, shared));
    var spec = ServerDeclaration.of(server, shared, sealed(tenant, server, key, before));
    return before
        .filter(row -> ServerDeclaration.same(row, spec))
        .orElseGet(
            () ->
                databases.tenants().in(tenant.id(), session -> session.mcpServers().upsert(spec)));
  }

  /** The key sealed for the tenant: as it is sealed already, where it is the same key. */
  private @Nullable SealedSecret sealed(
      TenantRef tenant, McpServer server, @Nullable String key, Optional<McpServerRow> before) {
    if (key == null) {
      return null;
    }
    var vault = databases.keys().vault(tenant.id());
    var subject = McpServerRepository.secretSubject(server.getMetadata().getName(), shared(server));
    var there = before.map(McpServerRow::secret).orElse(null);
    return there != null && vault.open(subject, there).equals(key)
        ? there
        : vault.seal(subject, key);
  }

  /**
   * Keeps the server, in a transaction of the caller's.
   *
   * @param key sealed; null where the server asks for none
   */
  public static void keep(
      TenantSession session, McpServer server, boolean shared, @Nullable SealedSecret key) {
    session.mcpServers().upsert(ServerDeclaration.of(server, shared, key));
  }

  void remove(McpServer server) {
    var name = server.getMetadata().getName();
    var shared = shared(server);
    for (var tenant : served(server)) {
      databases.tenants().run(tenant.id(), session -> session.mcpServers().remove(name, shared));
    }
  }
}
