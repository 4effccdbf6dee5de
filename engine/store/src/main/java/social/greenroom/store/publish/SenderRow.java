package social.greenroom.store.publish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A process of the pool, which sends for every tenant.
 *
 * @param name as claims and attempts name their worker
 * @param place {@code pod/<namespace>/<name>/<uid>}, or {@code process/<pid>/<when it began>}
 * @param leavingAt when it was told to end
 * @param endedAt when it was known to be gone: it can't send any more
 */
public record SenderRow(
    UUID id,
    String name,
    String place,
    Instant registeredAt,
    Instant seenAt,
    @Nullable Instant leavingAt,
    @Nullable Instant endedAt) {}
