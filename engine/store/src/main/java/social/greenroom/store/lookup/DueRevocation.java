package social.greenroom.store.lookup;

import java.util.UUID;

/** An account whose access is to be given back now. */
public record DueRevocation(UUID tenantId, UUID accountId) {}
