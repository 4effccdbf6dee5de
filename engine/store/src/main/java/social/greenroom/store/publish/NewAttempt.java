package social.greenroom.store.publish;

import social.greenroom.core.network.RetryClass;

/**
 * A publish call that is to be written down before it is made.
 *
 * @param idempotencyKey under which a network that takes one knows the post again
 * @param retry what may be done when its outcome isn't known
 */
public record NewAttempt(Claim claim, String idempotencyKey, RetryClass retry) {}
