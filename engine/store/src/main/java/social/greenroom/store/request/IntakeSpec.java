package social.greenroom.store.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in.
 *
 * @param accountIds empty for all of the talent's
 */
public record IntakeSpec(
    String text,
    List<UUID> accountIds,
    List<Attachment> attachments,
    @Nullable Instant publishAt,
    @Nullable String link) {}
