package social.greenroom.store.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;

/**
 * A PostRequest as its resource declares it.
 *
 * @param specHash lower-case hex SHA-256 over the resource's spec
 * @param resourceUid which resource it is: one that is made again has another
 * @param scheduleHint when its posts should go out
 * @param notAfter after when none of its posts may go out
 * @param accountIds the accounts it names; empty for all of the talent's
 */
public record NewRequest(
    UUID talentId,
    String namespace,
    String name,
    String specHash,
    String resourceUid,
    Origin source,
    String prompt,
    @Nullable String link,
    List<String> postKinds,
    @Nullable Instant scheduleHint,
    @Nullable Instant notAfter,
    List<Attachment> attachments,
    List<UUID> accountIds) {}
