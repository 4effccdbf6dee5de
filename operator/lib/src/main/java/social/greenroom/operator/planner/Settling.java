package social.greenroom.operator.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.Networks;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.publish.AttemptRow;

/**
 * Whether a Job is to be sent to find out what became of posts that may have gone out. Where the
 * network can't list an account's own posts a person decides, and no Job is made.
 */
final class Settling {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private Settling() {}

  /**
   * A call that may have reached its network.
   *
   * @param since when it ended, or began where no end is known
   */
  record Doubt(UUID accountId, Instant since) {
    static Doubt of(AttemptRow attempt) {
      return new Doubt(
          attempt.accountId(),
          Objects.requireNonNullElse(attempt.finishedAt(), attempt.startedAt()));
    }

    static Doubt of(FollowUpAttemptRow attempt) {
      return new Doubt(
          attempt.accountId(),
          Objects.requireNonNullElse(attempt.finishedAt(), attempt.startedAt()));
    }
  }

  /**
   * True when something in doubt can be read by now.
   *
   * @param accounts by id
   */
  static boolean canBeRead(List<Doubt> doubts, Map<UUID, AccountRow> accounts, Instant now) {
    return doubts.stream()
        .anyMatch(
            doubt -> {
              var account = accounts.get(doubt.accountId());
              return account != null && readable(account) && settled(doubt, account, now);
            });
  }

  private static boolean readable(AccountRow account) {
    return Networks.of(account.platform())
        .capabilities(account.channel())
        .contains(Capability.READ_OWN_POSTS);
  }

  /** The network shows a new post in its lists only after a while. */
  private static boolean settled(Doubt doubt, AccountRow account, Instant now) {
    return !now.isBefore(
        doubt.since().plus(Networks.of(account.platform()).settlingTime(account.channel())));
  }

  /** The pause after so many Jobs that settled nothing. */
  static Duration pause(int tries) {
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
