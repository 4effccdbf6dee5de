package social.greenroom.store.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;

/** A signed-in session with what it may do. */
public record SessionRow(
    UUID userId,
    String email,
    String displayName,
    UUID tenantId,
    String tenantName,
    String tenantDisplayName,
    Role role,
    @Nullable UUID talentId,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt) {}
