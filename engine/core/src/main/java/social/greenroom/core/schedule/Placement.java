package social.greenroom.core.schedule;

import java.time.Instant;

/**
 * A time found for a post.
 *
 * @param reason a sentence that says which rule set it, and which moved it
 */
public record Placement(Instant at, String reason) {}
