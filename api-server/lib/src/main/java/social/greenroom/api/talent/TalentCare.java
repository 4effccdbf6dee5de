package social.greenroom.api.talent;

import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.talent.TalentSummary;

/** What somebody should look at for a talent, in sentences, the most pressing first. */
final class TalentCare {
  private TalentCare() {}

  static List<String> sentences(TalentRow talent, StopPolicy stop, TalentSummary summary) {
    var care = new ArrayList<String>();
    if (summary.unknown() > 0) {
      care.add(
          "%s may or may not have gone out: please look."
              .formatted(counted(summary.unknown(), "post")));
    }
    if (summary.failed() > 0) {
      care.add("%s failed.".formatted(counted(summary.failed(), "post")));
    }
    if (summary.accountsNeedingCare() > 0) {
      care.add(
          "%s: not connected, or blocked by the network."
              .formatted(counted(summary.accountsNeedingCare(), "account")));
    }
    if (summary.blocked() > 0) {
      care.add("%s blocked by a rule.".formatted(counted(summary.blocked(), "post")));
    }
    if (talent.ownerUserId() == null) {
      care.add(
          "Nobody owns %s's posts yet, so none can be approved: the invited owner has to sign in."
              .formatted(talent.displayName()));
    }
    if (stop.stops()) {
      care.add("Sending is on hold.");
    }
    return List.copyOf(care);
  }

  private static String counted(int count, String what) {
    return count == 1 ? "1 " + what : "%,d %ss".formatted(count, what);
  }
}
