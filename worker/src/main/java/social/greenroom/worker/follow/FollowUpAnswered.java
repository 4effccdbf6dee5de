package social.greenroom.worker.follow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.limit.Told;
import social.greenroom.worker.limit.Returned;

/**
 * A call that has returned.
 *
 * @param told what the network told of its limits
 */
record FollowUpAnswered(FollowUpSending sending, PublishOutcome outcome, List<Told> told) {
  /**
   * What it tells of its network.
   *
   * @param notBefore until when what was sent waits; null where it doesn't
   */
  Returned returned(@Nullable Instant notBefore) {
    return new Returned(sending.attempt().accountId(), outcome, told, notBefore);
  }
}
