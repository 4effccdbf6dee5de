package social.greenroom.store.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;

/**
 * A request as people see it: also one that was handed in and has no resource yet (stage received).
 *
 * @param accountIds empty for all of the talent's
 */
public record RequestSummary(
    UUID id,
    String name,
    UUID talentId,
    Origin source,
    String prompt,
    List<UUID> accountIds,
    Stage stage,
    @Nullable String message,
    @Nullable UUID postId,
    Instant createdAt) {}
