package social.greenroom.store.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param name its resource's name
 * @param status active, suspended or removed; nothing is sent unless it is active
 */
public record TenantRow(
    UUID id,
    String name,
    String namespace,
    String displayName,
    String timeZone,
    String language,
    @Nullable Integer dailyCap,
    @Nullable Long tickIntervalSeconds,
    String status,
    Instant createdAt,
    Instant updatedAt) {
  public @Nullable Duration tickInterval() {
    return tickIntervalSeconds == null ? null : Duration.ofSeconds(tickIntervalSeconds);
  }

  public boolean active() {
    return status.equals("active");
  }
}
