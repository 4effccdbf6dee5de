package social.greenroom.store.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;

/**
 * An account.
 *
 * @param remoteId its id at the network; null until it is connected, and fixed from then on
 * @param posting what it declares about posting beyond its columns; see {@link #declared}
 * @param removedAt when its resource was deleted; the history stays
 */
public record AccountRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    String name,
    Platform platform,
    Channel channel,
    String handle,
    String displayName,
    @Nullable String remoteId,
    @Nullable String endpoint,
    List<WeeklySlot> slots,
    @Nullable Integer dailyCap,
    @Nullable Integer cooldownMinutes,
    PostingDeclaration posting,
    StopPolicy stopPolicy,
    Map<String, String> options,
    AccountHealth health,
    @Nullable String healthMessage,
    @Nullable Instant healthCheckedAt,
    @Nullable Instant connectedAt,
    @Nullable Instant removedAt,
    Instant createdAt,
    Instant updatedAt) {
  /** All that it declares about posting. */
  public PostingDeclaration declared() {
    return new PostingDeclaration(
        dailyCap,
        cooldownMinutes == null ? null : Duration.ofMinutes(cooldownMinutes),
        slots,
        posting.blackouts(),
        posting.embargo(),
        posting.missed(),
        posting.bestTimes(),
        posting.repeatWindow());
  }

  public boolean connected() {
    return remoteId != null;
  }
}
