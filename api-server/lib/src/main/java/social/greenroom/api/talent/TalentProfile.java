package social.greenroom.api.talent;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.talent.TalentRow;

/** Who a talent is and how they speak. */
@Schema(name = "TalentProfile")
public record TalentProfile(
    @Nullable String bio,
    @Nullable String personality,
    List<String> stories,
    List<String> goals,
    List<String> pillars,
    @Nullable String audience,
    List<String> toneExamples,
    List<String> neverSay,
    List<String> hashtags) {
  static TalentProfile of(TalentRow talent) {
    var stored = talent.profile();
    return new TalentProfile(
        told(stored.bio()),
        told(stored.personality()),
        stored.stories(),
        stored.goals(),
        stored.pillars(),
        told(stored.audience()),
        stored.toneExamples(),
        stored.neverSay(),
        stored.hashtags());
  }

  private static @Nullable String told(String text) {
    return text.isBlank() ? null : text;
  }
}
