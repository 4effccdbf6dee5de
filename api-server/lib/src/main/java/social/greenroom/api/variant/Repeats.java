package social.greenroom.api.variant;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.store.policy.AccountPolicy;

/**
 * The same words on the same account within some days are a mistake, unless the owner wants them.
 */
final class Repeats {
  private Repeats() {}

  /**
   * Whether the post says what its account says elsewhere around that time, and the owner wants it.
   *
   * @throws ProblemException 422 with when it was said, when that isn't confirmed; 403 when it is
   *     confirmed by anybody but the owner
   */
  static boolean confirmed(OpenVariant open, Instant at, @Nullable Boolean confirmed) {
    var policy = AccountPolicy.read(open.session(), open.talent(), open.account());
    var repeat = open.session().repeats().around(open.row(), at, policy.repeatWindow());
    if (repeat.isEmpty()) {
      return false;
    }
    if (!Boolean.TRUE.equals(confirmed)) {
      throw ProblemException.field(
          "confirmRepeat", repeat.get().sentence(ZoneId.of(open.talent().timeZone())));
    }
    if (!open.caller().userId().equals(open.talent().ownerUserId())) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "Only %s can confirm that the same goes out again."
              .formatted(open.talent().displayName()));
    }
    return true;
  }
}
