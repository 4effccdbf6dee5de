package social.greenroom.api.variant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.Networks;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.publish.AttemptRow;

/**
 * Whether a person is asked what became of something that may be out. Until then the account's own
 * posts are being read: a person who says no meanwhile may have it sent again beside a sender that
 * still runs.
 */
final class Asked {
  private Asked() {}

  /** About a post, by all attempts at it. */
  static boolean about(AccountRow account, List<AttemptRow> attempts) {
    return !readable(account)
        || attempts.stream().anyMatch(attempt -> attempt.inDoubt() && attempt.askedAt() != null);
  }

  /**
   * About something that follows a post.
   *
   * @param doubt the attempt at it that nobody knows the outcome of; null when there is none
   */
  static boolean about(AccountRow account, @Nullable FollowUpAttemptRow doubt) {
    return !readable(account) || (doubt != null && doubt.askedAt() != null);
  }

  /**
   * Ends the request unless a person is asked.
   *
   * @throws ProblemException 409
   */
  static void demand(boolean asked) {
    if (!asked) {
      throw ProblemException.of(
          ProblemKind.CONFLICT,
          "The account's posts are still being read to find out; you are asked if they don't tell.");
    }
  }

  private static boolean readable(AccountRow account) {
    return Networks.of(account.platform())
        .capabilities(account.channel())
        .contains(Capability.READ_OWN_POSTS);
  }
}
