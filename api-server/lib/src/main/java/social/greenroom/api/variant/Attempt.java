package social.greenroom.api.variant;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One try at sending.
 *
 * @param number counts the tries from 1
 * @param finishedAt absent while it isn't known how it ended
 * @param detail the network's reason, in words
 * @param doubt what a person is asked, while nobody knows what came of it
 */
@Schema(name = "Attempt")
public record Attempt(
    int number,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String outcome,
    @Nullable String detail,
    @Nullable Doubt doubt) {}
