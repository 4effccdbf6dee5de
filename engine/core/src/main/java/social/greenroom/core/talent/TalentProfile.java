package social.greenroom.core.talent;

import java.util.List;
import social.greenroom.core.neversay.NeverSayList;

/**
 * A talent's voice: it conditions everything that is written in their name.
 *
 * @param bio who they are, in a few sentences
 * @param personality how they come across
 * @param stories what they like to tell
 * @param goals what they want this quarter
 * @param pillars what they talk about
 * @param audience for whom
 * @param toneExamples sentences that sound like them
 * @param neverSay phrases that never go out, whoever wrote them
 * @param hashtags the ones they like
 */
public record TalentProfile(
    String bio,
    String personality,
    List<String> stories,
    List<String> goals,
    List<String> pillars,
    String audience,
    List<String> toneExamples,
    List<String> neverSay,
    List<String> hashtags) {
  /** A talent of whom nothing is known yet. */
  public static final TalentProfile EMPTY =
      new TalentProfile(
          "", "", List.of(), List.of(), List.of(), "", List.of(), List.of(), List.of());

  public TalentProfile {
    stories = List.copyOf(stories);
    goals = List.copyOf(goals);
    pillars = List.copyOf(pillars);
    toneExamples = List.copyOf(toneExamples);
    neverSay = List.copyOf(neverSay);
    hashtags = List.copyOf(hashtags);
  }

  /** The never-say phrases, ready to look for. */
  public NeverSayList neverSayList() {
    return new NeverSayList(neverSay);
  }
}
