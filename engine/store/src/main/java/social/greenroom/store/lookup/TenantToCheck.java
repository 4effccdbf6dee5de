package social.greenroom.store.lookup;

import java.time.Instant;
import java.util.UUID;

/** A tenant with accounts to be looked at, the first of them since then. */
public record TenantToCheck(UUID tenantId, Instant since) {}
