package social.greenroom.worker.publish;

import java.util.List;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.limit.Told;

/**
 * A publish call that has returned.
 *
 * @param told what the network told of its limits
 */
record Answered(Sending sending, PublishOutcome outcome, List<Told> told) {}
