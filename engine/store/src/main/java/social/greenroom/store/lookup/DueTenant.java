package social.greenroom.store.lookup;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant with posts to go out. What is held counts too: the tenant's own session tells.
 *
 * @param nextDueAt when the first of them is due
 * @param leftOnly true where earlier looks left all of them: something holds them
 */
public record DueTenant(UUID tenantId, Instant nextDueAt, int count, boolean leftOnly) {}
