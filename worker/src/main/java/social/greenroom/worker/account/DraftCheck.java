package social.greenroom.worker.account;

import java.util.Optional;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.neversay.NeverSayHit;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.post.Payload;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.talent.TalentRow;

/** The rules a draft must keep before its owner sees it; no model has a say in them. */
public final class DraftCheck {
  private DraftCheck() {}

  /** What blocks the draft, as a sentence: the never-say list first, then the network's limits. */
  public static Optional<String> firstProblem(
      Payload payload, AccountRow account, TalentRow talent) {
    return new NeverSayList(talent.profile().neverSay())
        .firstHit(payload)
        .map(NeverSayHit::sentence)
        .or(
            () ->
                PayloadCheck.check(payload, account.channel()).stream()
                    .findFirst()
                    .map(problem -> problem.message()));
  }
}
