package social.greenroom.store.publish;

import java.time.Instant;
import java.util.UUID;
import social.greenroom.core.post.VariantState;

/**
 * A time taken on an account: something went out then, is to go out then, or may have gone out.
 * Caps and cooldowns count these.
 */
public record Occupied(
    UUID variantId, UUID accountId, UUID talentId, Instant at, VariantState state) {}
