package social.greenroom.store.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.PostingDeclaration;

/**
 * A tenant.
 *
 * @param name its resource's name
 * @param dailyCap the most posts a day and account
 * @param posting what else it declares about posting; see {@link #declared}
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
    PostingDeclaration posting,
    String status,
    Instant createdAt,
    Instant updatedAt) {
  public @Nullable Duration tickInterval() {
    return tickIntervalSeconds == null ? null : Duration.ofSeconds(tickIntervalSeconds);
  }

  /** All that it declares about posting. */
  public PostingDeclaration declared() {
    return new PostingDeclaration(
        dailyCap,
        posting.cooldown(),
        posting.slots(),
        posting.blackouts(),
        posting.embargo(),
        posting.missed(),
        posting.bestTimes(),
        posting.repeatWindow());
  }

  public boolean active() {
    return status.equals("active");
  }
}
