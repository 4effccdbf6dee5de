package social.greenroom.store.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;

/** One of the tenants a person belongs to. */
public record MembershipRow(
    UUID tenantId,
    String tenantName,
    String tenantDisplayName,
    UUID userId,
    Role role,
    @Nullable UUID talentId) {}
