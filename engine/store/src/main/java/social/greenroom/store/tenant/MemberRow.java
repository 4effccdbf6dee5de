package social.greenroom.store.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;

/**
 * A person in a tenant.
 *
 * @param talentId the one talent that a member sees whose role is bound to one
 */
public record MemberRow(
    UUID userId, String email, String displayName, Role role, @Nullable UUID talentId) {}
