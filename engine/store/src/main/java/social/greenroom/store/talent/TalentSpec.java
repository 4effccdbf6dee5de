package social.greenroom.store.talent;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.talent.TalentProfile;

/**
 * What a Talent resource declares.
 *
 * @param name the resource's name
 * @param ownerEmail an invitation: it makes nobody the owner
 * @param dailyCap the most posts a day over all of the talent's accounts
 * @param posting what else is declared about the posting of each account
 */
public record TalentSpec(
    String name,
    String slug,
    String displayName,
    String timeZone,
    String language,
    @Nullable String ownerEmail,
    TalentProfile profile,
    @Nullable Integer dailyCap,
    @Nullable Duration tickInterval,
    List<Blackout> blackouts,
    PostingDeclaration posting,
    StopPolicy stopPolicy) {
  /** One that says nothing more about posting. */
  public TalentSpec(
      String name,
      String slug,
      String displayName,
      String timeZone,
      String language,
      @Nullable String ownerEmail,
      TalentProfile profile,
      @Nullable Integer dailyCap,
      @Nullable Duration tickInterval,
      List<Blackout> blackouts,
      StopPolicy stopPolicy) {
    this(
        name,
        slug,
        displayName,
        timeZone,
        language,
        ownerEmail,
        profile,
        dailyCap,
        tickInterval,
        blackouts,
        PostingDeclaration.SILENT,
        stopPolicy);
  }
}
