package social.greenroom.operator.talent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.talent.Completeness;
import social.greenroom.crds.talent.Profile;

/**
 * How much of a profile is there. The weights say how much each part changes what the agents write:
 * tone examples most, hashtags least.
 */
final class ProfileCompleteness {
  private static final Profile NOTHING =
      new Profile(
          null, null, List.of(), List.of(), List.of(), null, List.of(), List.of(), List.of());

  private final List<String> missing = new ArrayList<>();
  private int score;

  private ProfileCompleteness() {}

  static Completeness of(@Nullable Profile profile) {
    return new ProfileCompleteness().judge(profile == null ? NOTHING : profile);
  }

  private Completeness judge(Profile profile) {
    list(20, profile.toneExamples(), 3, "Add toneExamples: three sentences that sound like them.");
    text(15, profile.bio(), "Write the bio: who they are, in a few sentences.");
    text(15, profile.personality(), "Describe the personality: how they think and talk.");
    list(15, profile.pillars(), 3, "Name three pillars: the subjects they stand for.");
    text(10, profile.audience(), "Say who the audience is.");
    list(10, profile.stories(), 2, "Tell two stories that are theirs alone.");
    list(5, profile.goals(), 1, "Set a goal for this quarter.");
    list(5, profile.neverSay(), 1, "List what must never be said in their name.");
    list(5, profile.hashtags(), 1, "Add the hashtags they like.");
    return new Completeness(score, missing);
  }

  private void text(int weight, @Nullable String value, String advice) {
    count(weight, value != null && !value.isBlank(), advice);
  }

  private void list(int weight, List<String> values, int enough, String advice) {
    count(weight, values.size() >= enough, advice);
  }

  private void count(int weight, boolean there, String advice) {
    if (there) {
      score += weight;
    } else {
      missing.add(advice);
    }
  }
}
