package social.greenroom.operator.talent;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.crds.talent.Profile;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.talent.TalentPolicy;
import social.greenroom.operator.config.ResourceDurations;
import social.greenroom.operator.posting.DeclaredPosting;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.tenant.TenantRow;

/**
 * What a Talent resource declares, with the tenant's defaults filled in, as the database takes it.
 */
final class TalentDeclaration {
  private TalentDeclaration() {}

  static TalentSpec of(Talent talent, TenantRow tenant) {
    var spec = talent.getSpec();
    var policy = Optional.ofNullable(spec.policy());
    var posting = DeclaredPosting.by(spec.policy());
    return new TalentSpec(
        talent.getMetadata().getName(),
        spec.slug(),
        spec.displayName(),
        or(spec.timeZone(), tenant.timeZone()),
        or(spec.language(), tenant.language()),
        spec.owner().email(),
        profile(spec.profile()),
        policy.map(TalentPolicy::dailyCap).orElse(null),
        ResourceDurations.parse(policy.map(TalentPolicy::tickInterval).orElse(null)),
        posting.blackouts() == null ? List.of() : posting.blackouts(),
        posting,
        spec.stopPolicy() == null ? StopPolicy.NONE : StopPolicy.of(spec.stopPolicy().wireName()));
  }

  /** What the row declares now, to compare with. */
  static TalentSpec of(TalentRow row) {
    return new TalentSpec(
        row.name(),
        row.slug(),
        row.displayName(),
        row.timeZone(),
        row.language(),
        row.ownerEmail(),
        row.profile(),
        row.dailyCap(),
        row.tickInterval(),
        row.blackouts(),
        row.posting(),
        row.stopPolicy());
  }

  /** What is wrong with the time zone, if anything: the schema can't know the zones. */
  static Optional<String> problem(TalentSpec spec) {
    try {
      ZoneId.of(spec.timeZone());
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          "timeZone '%s' isn't known; use an IANA name such as Europe/Stockholm."
              .formatted(spec.timeZone()));
    }
  }

  private static TalentProfile profile(@Nullable Profile profile) {
    return profile == null
        ? TalentProfile.EMPTY
        : new TalentProfile(
            or(profile.bio(), ""),
            or(profile.personality(), ""),
            profile.stories(),
            profile.goals(),
            profile.pillars(),
            or(profile.audience(), ""),
            profile.toneExamples(),
            profile.neverSay(),
            profile.hashtags());
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
