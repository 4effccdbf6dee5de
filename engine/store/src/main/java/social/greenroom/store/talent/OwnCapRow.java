package social.greenroom.store.talent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.QuietHours;

/**
 * What a talent sets themselves, as a ceiling over what is declared.
 *
 * @param setBy the talent's owner
 * @param endedAt since when it holds no more; null while it is in force
 */
public record OwnCapRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    @Nullable Integer dailyCap,
    @Nullable Long pauseSeconds,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietUntil,
    UUID setBy,
    Instant setAt,
    @Nullable UUID endedBy,
    @Nullable Instant endedAt) {
  /** The same for the domain's rules. */
  public OwnCaps caps() {
    return new OwnCaps(
        dailyCap,
        pauseSeconds == null ? null : Duration.ofSeconds(pauseSeconds),
        quietFrom == null || quietUntil == null ? null : new QuietHours(quietFrom, quietUntil));
  }
}
