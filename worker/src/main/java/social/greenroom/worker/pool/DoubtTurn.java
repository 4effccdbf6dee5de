package social.greenroom.worker.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.publish.InDoubt;

/**
 * When a doubt is looked into again: at once, then later and later; and at once again when its
 * sender has been proven dead, which may settle what couldn't be settled before.
 *
 * @param tries so far
 * @param senderEnded as it was at the last try
 */
record DoubtTurn(int tries, Instant notBefore, boolean senderEnded) {
  static final DoubtTurn FIRST = new DoubtTurn(0, Instant.MIN, false);

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** A sender at work settles its own calls; after so long, something kept it from that. */
  private static final Duration OWN_AFFAIR = Duration.ofMinutes(2);

  /**
   * Whether it is its turn.
   *
   * @param atWork the pool's senders that are at work
   */
  boolean due(InDoubt doubt, Set<String> atWork, Instant now) {
    var attempt = doubt.attempt();
    return due(doubt.senderEnded(), attempt.finishedAt(), attempt.worker(), atWork, now);
  }

  /** As {@link #due(InDoubt, Set, Instant)}, of any attempt. */
  boolean due(
      boolean ended, @Nullable Instant finished, String worker, Set<String> atWork, Instant now) {
    if (ended && !senderEnded) {
      return true;
    }
    var fresh = finished != null && finished.isAfter(now.minus(OWN_AFFAIR));
    return !now.isBefore(notBefore) && !(fresh && atWork.contains(worker));
  }

  /** The turn after this try. */
  DoubtTurn next(InDoubt doubt, Instant now) {
    return next(doubt.senderEnded(), now);
  }

  /** As {@link #next(InDoubt, Instant)}, of any attempt. */
  DoubtTurn next(boolean ended, Instant now) {
    var doubled = SHORTEST.multipliedBy(1L << Math.min(tries, 10));
    var pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return new DoubtTurn(tries + 1, now.plus(pause), ended);
  }
}
