package social.greenroom.store.publish;

import social.greenroom.store.post.VariantRow;

/**
 * A variant that may have gone out.
 *
 * @param attempt the attempt nobody knows the outcome of
 * @param senderEnded true when the sender's run is known to have ended: it can't send any more
 */
public record InDoubt(VariantRow variant, AttemptRow attempt, boolean senderEnded) {}
