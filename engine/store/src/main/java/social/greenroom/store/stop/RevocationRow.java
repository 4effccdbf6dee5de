package social.greenroom.store.stop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The access to an account that a panic gives back.
 *
 * @param state due, done, impossible or cancelled
 * @param detail what became of it, a sentence
 */
public record RevocationRow(
    UUID tenantId,
    UUID id,
    UUID stopId,
    UUID accountId,
    String state,
    Instant dueAt,
    int tries,
    @Nullable String detail,
    Instant createdAt,
    @Nullable Instant settledAt) {}
