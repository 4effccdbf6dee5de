package social.greenroom.store.publish;

import java.time.Instant;
import java.util.UUID;
import social.greenroom.core.post.VariantState;

/**
 * A time taken on an account: something went out then, is to go out then, or may have gone out.
 * Caps and cooldowns count these.
 */
public record Occupied(
    UUID variantId, UUID accountId, UUID talentId, Instant at, VariantState state) {
  /** True while nobody has said yes: a further proposal keeps clear of it, an approval needn't. */
  public boolean proposed() {
    return switch (state) {
      case DRAFT, BLOCKED, AWAITING_APPROVAL -> true;
      case APPROVED,
          QUEUED,
          PUBLISHING,
          UNKNOWN,
          PUBLISHED,
          TAKEN_DOWN,
          FAILED,
          REJECTED,
          CANCELLED ->
          false;
    };
  }
}
