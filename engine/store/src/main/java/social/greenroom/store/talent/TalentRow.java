package social.greenroom.store.talent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.talent.TalentProfile;

/**
 * A talent.
 *
 * @param ownerEmail whom the resource invites as the owner
 * @param ownerUserId who accepted; null while nobody did, and then nothing can be approved
 * @param status active or paused
 * @param dailyCap the most posts a day over all of the talent's accounts, as declared
 * @param posting what else is declared about posting; see {@link #declared}
 * @param removedAt when its resource was deleted; the history stays
 * @param ownCaps what the talent sets themselves, in the portal
 */
public record TalentRow(
    UUID tenantId,
    UUID id,
    String name,
    String slug,
    String displayName,
    String timeZone,
    String language,
    @Nullable String ownerEmail,
    @Nullable UUID ownerUserId,
    String status,
    TalentProfile profile,
    @Nullable Integer dailyCap,
    @Nullable Long tickIntervalSeconds,
    List<Blackout> blackouts,
    PostingDeclaration posting,
    StopPolicy stopPolicy,
    @Nullable String avatarSha256,
    @Nullable Instant lastTickAt,
    @Nullable Instant removedAt,
    Instant createdAt,
    Instant updatedAt,
    OwnCaps ownCaps) {
  public TalentRow {
    // As it is read where nothing is set.
    ownCaps = ownCaps == null ? OwnCaps.NONE : ownCaps;
  }

  /** All that is declared about the posting of each account. */
  public PostingDeclaration declared() {
    // A row of an older operator says in its column alone which blackouts there are.
    var inColumn = blackouts.isEmpty() ? null : blackouts;
    return new PostingDeclaration(
        posting.dailyCap(),
        posting.cooldown(),
        posting.slots(),
        posting.blackouts() == null ? inColumn : posting.blackouts(),
        posting.embargo(),
        posting.missed(),
        posting.bestTimes(),
        posting.repeatWindow());
  }

  /** The most posts a day over all accounts, by what is declared and by the talent's own word. */
  public @Nullable Integer strictestDailyCap() {
    var own = ownCaps.dailyCap();
    return own == null || (dailyCap != null && dailyCap <= own) ? dailyCap : own;
  }

  public @Nullable Duration tickInterval() {
    return tickIntervalSeconds == null ? null : Duration.ofSeconds(tickIntervalSeconds);
  }
}
