package social.greenroom.crds.talent;

/** The conditions of a talent, beside the standard ones. */
public final class TalentConditions {
  private TalentConditions() {}

  /** True when the slug belongs to this talent and to no other, of any tenant. */
  public static final String SLUG_CLAIMED = "SlugClaimed";

  /** True when the profile holds all that the agents need to write well. */
  public static final String PROFILE_COMPLETE = "ProfileComplete";
}
