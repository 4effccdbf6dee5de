package social.greenroom.store.tenant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a Tenant resource declares. */
public record TenantSpec(
    String name,
    String namespace,
    String displayName,
    String timeZone,
    String language,
    @Nullable Integer dailyCap,
    @Nullable Duration tickInterval) {
  @Nullable Long tickIntervalSeconds() {
    return tickInterval == null ? null : tickInterval.toSeconds();
  }
}
