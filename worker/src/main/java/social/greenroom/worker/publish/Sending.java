package social.greenroom.worker.publish;

import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;

/**
 * A claimed variant whose attempt is committed: from here on the network may be called, once.
 *
 * @param afterDoubt true when the same was sent before, and nobody could tell then what came of it
 */
record Sending(Claim claim, AttemptRow attempt, PublishCommand command, boolean afterDoubt) {
  /** What the answer of this call means. */
  PublishOutcome meant(PublishOutcome answer) {
    return afterDoubt ? answer.afterDoubt() : answer;
  }
}
