package social.greenroom.store.post;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft for one account.
 *
 * @param payload the canonical form
 * @param publishAt the time that is proposed, if any
 */
public record NewVariant(
    UUID postId,
    UUID talentId,
    UUID accountId,
    String payload,
    @Nullable Instant publishAt,
    @Nullable String scheduleReason,
    String changedBy) {}
