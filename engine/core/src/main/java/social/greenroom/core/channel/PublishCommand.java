package social.greenroom.core.channel;

import java.util.Optional;
import social.greenroom.core.post.Payload;

/**
 * One publish call.
 *
 * @param idempotencyKey sent where the network takes one; the same for every attempt at the same
 *     approved payload
 * @param lastLook asked right before the call that publishes
 */
public record PublishCommand(
    AccountAccess account, Payload payload, String idempotencyKey, LastLook lastLook) {
  /** What nobody can stop any more. */
  public PublishCommand(AccountAccess account, Payload payload, String idempotencyKey) {
    this(account, payload, idempotencyKey, Optional::empty);
  }

  /** What comes of it without the call, if it may not go out any more; empty when it may. */
  public Optional<PublishOutcome> heldBack() {
    return lastLook.refusal().map(PublishOutcome.NotSent::uncalled);
  }
}
