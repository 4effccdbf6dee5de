package social.greenroom.store.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.Platform;
import social.greenroom.store.database.Document;

/** The MCP servers that serve the session's tenant; a shared one has a row in each tenant. */
public final class McpServerRepository {
  private static final String SELECT =
      "select * from greenroom.mcp_server where tenant_id = :tenantId and removed_at is null";
  private final UUID tenantId;
  private final Handle handle;

  public McpServerRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** What a server's secret is bound to when it is sealed: known before the row exists. */
  public static UUID secretSubject(String name, boolean shared) {
    return UUID.nameUUIDFromBytes(((shared ? "shared/" : "own/") + name).getBytes(UTF_8));
  }

  /** Makes the server, or changes it to what is declared now; a removed one comes back. */
  public McpServerRow upsert(McpServerSpec spec) {
    return handle
        .createQuery(
            """
            insert into greenroom.mcp_server
              (tenant_id, id, name, shared, url, transport, platforms, tools, secret)
            values (:tenantId, :id, :name, :shared, :url, :transport, cast(:platforms as jsonb), cast(:tools as jsonb),
              :secret)
            on conflict (tenant_id, shared, name) do update set
              url = excluded.url, transport = excluded.transport, platforms = excluded.platforms,
              tools = excluded.tools, secret = excluded.secret, removed_at = null, updated_at = now()
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("name", spec.name())
        .bind("shared", spec.shared())
        .bind("url", spec.url())
        .bind("transport", spec.transport())
        .bind("platforms", Document.write(spec.platforms()))
        .bind("tools", Document.write(spec.tools()))
        .bind("secret", spec.secret() == null ? null : spec.secret().bytes())
        .mapTo(McpServerRow.class)
        .one();
  }

  /** The server for the platform: the tenant's own before a shared one, then by name. */
  public Optional<McpServerRow> serving(Platform platform) {
    return handle
        .createQuery(
            SELECT
                + " and platforms @> to_jsonb(cast(:platform as text)) order by shared, name limit 1")
        .bind("tenantId", tenantId)
        .bind("platform", platform.wireName())
        .mapTo(McpServerRow.class)
        .findOne();
  }

  public Optional<McpServerRow> find(UUID id) {
    return handle
        .createQuery(SELECT + " and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(McpServerRow.class)
        .findOne();
  }

  public Optional<McpServerRow> byName(String name, boolean shared) {
    return handle
        .createQuery(SELECT + " and name = :name and shared = :shared")
        .bind("tenantId", tenantId)
        .bind("name", name)
        .bind("shared", shared)
        .mapTo(McpServerRow.class)
        .findOne();
  }

  public List<McpServerRow> list() {
    return handle
        .createQuery(SELECT + " order by shared, name")
        .bind("tenantId", tenantId)
        .mapTo(McpServerRow.class)
        .list();
  }

  /** Notes whether it answered. */
  public void report(UUID id, boolean reachable, @Nullable String message) {
    handle
        .createUpdate(
            """
            update greenroom.mcp_server set reachable = :reachable, message = :message, checked_at = now()
            where tenant_id = :tenantId and id = :id
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("reachable", reachable)
        .bind("message", message)
        .execute();
  }

  public void remove(String name, boolean shared) {
    handle
        .createUpdate(
            """
            update greenroom.mcp_server set removed_at = now(), secret = null
            where tenant_id = :tenantId and name = :name and shared = :shared and removed_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("name", name)
        .bind("shared", shared)
        .execute();
  }
}
