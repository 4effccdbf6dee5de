package social.greenroom.agents.prompt;

import social.greenroom.core.talent.TalentProfile;

/**
 * A talent as a model has to know them.
 *
 * @param language of what is written, a BCP 47 tag
 */
public record Voice(String displayName, String language, TalentProfile profile) {

  /** Tells the brief who the talent is; all of it is people's words. */
  public void tell(Brief brief) {
    brief
        .fact("Language", language)
        .material("name", displayName)
        .material("bio", profile.bio())
        .material("personality", profile.personality())
        .material("audience", profile.audience())
        .material("pillars", profile.pillars())
        .material("goals", profile.goals())
        .material("stories", profile.stories())
        .material("tone-examples", profile.toneExamples())
        .material("hashtags", profile.hashtags());
    if (!profile.neverSay().isEmpty()) {
      brief.material("never-say", "Never say: " + String.join("; ", profile.neverSay()));
    }
  }
}
