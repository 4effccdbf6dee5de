package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is put when posts are spaced out.
 *
 * @param at its new time; null where it stays as it is
 * @param voids true when its approval doesn't hold at that time, so it needs a new yes
 * @param reason a sentence that says which rule set the time and which moved it, or why it stays
 */
public record Spaced(UUID postId, @Nullable Instant at, boolean voids, String reason) {}
