package social.greenroom.core.post;

import java.util.Optional;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.network.Problem;
import social.greenroom.core.neversay.NeverSayHit;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.talent.TalentProfile;

/** The rules a draft must keep before its owner sees it; no model has a say in them. */
public final class DraftCheck {
  private DraftCheck() {}

  /** What blocks the draft, as a sentence: the never-say list first, then the network's limits. */
  public static Optional<String> firstProblem(
      Payload payload, Channel channel, TalentProfile talent) {
    return new NeverSayList(talent.neverSay())
        .firstHit(payload)
        .map(NeverSayHit::sentence)
        .or(() -> PayloadCheck.check(payload, channel).stream().findFirst().map(Problem::message));
  }
}
