package social.greenroom.store.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.store.vault.SealedSecret;

/** An MCP server that reaches accounts of this tenant. */
public record McpServerRow(
    UUID tenantId,
    UUID id,
    String name,
    boolean shared,
    String url,
    String transport,
    List<String> platforms,
    ToolMapping tools,
    @Nullable SealedSecret secret,
    @Nullable Boolean reachable,
    @Nullable String message,
    @Nullable Instant checkedAt,
    @Nullable Instant removedAt,
    Instant createdAt,
    Instant updatedAt) {}
