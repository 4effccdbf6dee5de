package social.greenroom.operator.plan;

import org.jspecify.annotations.Nullable;

/**
 * One field that changes.
 *
 * @param path as in {@code spec.policy.dailyCap}
 * @param before compact JSON; null where the field wasn't there
 * @param after compact JSON; null where it goes
 */
public record FieldChange(String path, @Nullable String before, @Nullable String after) {}
