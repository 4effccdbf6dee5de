package social.greenroom.store.lookup;

import java.util.UUID;

/**
 * A tenant with posts whose time has come.
 *
 * @param count how many, held ones too
 */
public record Waiting(UUID tenantId, int count) {}
