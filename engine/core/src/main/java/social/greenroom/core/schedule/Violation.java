package social.greenroom.core.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a post may not go out at a time.
 *
 * @param rule {@code embargo}, {@code blackout}, {@code quiet_hours}, {@code daily_cap} or {@code
 *     cooldown}
 * @param sentence for a person
 * @param earliest the first instant from there on that breaks no rule; null when none does
 */
public record Violation(String rule, String sentence, @Nullable Instant earliest) {}
