package social.greenroom.store.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;

/**
 * A request.
 *
 * @param resourceUid the resource it was kept for; null where that wasn't written down yet
 * @param scheduleHint when its posts should go out
 * @param notAfter after when none of its posts may go out
 * @param message a sentence about the stage, for a person
 */
public record RequestRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    String namespace,
    String name,
    String specHash,
    @Nullable String resourceUid,
    Origin source,
    String prompt,
    @Nullable String link,
    List<String> postKinds,
    @Nullable Instant scheduleHint,
    @Nullable Instant notAfter,
    List<Attachment> attachments,
    Stage stage,
    @Nullable String message,
    Instant createdAt,
    Instant updatedAt) {}
