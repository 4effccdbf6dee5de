package social.greenroom.worker.follow;

import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpClaim;

/**
 * What is claimed, and its attempt committed: from here on the network may be called, once.
 *
 * @param afterDoubt true when it was sent before, and nobody could tell then what came of it
 */
record FollowUpSending(
    FollowUpClaim claim, FollowUpAttemptRow attempt, FollowUpCommand command, boolean afterDoubt) {
  /** What the answer of this call means. */
  PublishOutcome meant(PublishOutcome answer) {
    return afterDoubt ? answer.afterDoubt() : answer;
  }
}
