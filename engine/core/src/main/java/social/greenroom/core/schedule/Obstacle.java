package social.greenroom.core.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rule that an instant breaks.
 *
 * @param clearFrom from when on this rule no longer stands in the way; null for never
 */
record Obstacle(String rule, String sentence, @Nullable Instant clearFrom) {}
