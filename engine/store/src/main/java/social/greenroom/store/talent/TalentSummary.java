package social.greenroom.store.talent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a talent's posts stand.
 *
 * @param waiting variants that wait for approval
 * @param scheduled variants approved or queued
 * @param accountsNeedingCare accounts that aren't connected, or whose health is a block
 */
public record TalentSummary(
    UUID talentId,
    int waiting,
    int scheduled,
    @Nullable Instant nextGoesOutAt,
    int failed,
    int unknown,
    int blocked,
    int accountsNeedingCare) {}
