package social.greenroom.store.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant with accounts to be looked at.
 *
 * @param since when the first of them was wanted
 * @param firstWaits how long that was ago, by the database's clock
 * @param lastWaits how long ago the last of them was wanted
 */
public record TenantToCheck(
    UUID tenantId, Instant since, Duration firstWaits, Duration lastWaits) {}
