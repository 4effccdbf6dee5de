package social.greenroom.operator.talent;

import static social.greenroom.crds.talent.TalentConditions.PROFILE_COMPLETE;
import static social.greenroom.crds.talent.TalentConditions.SLUG_CLAIMED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.condition.StopPolicy;
import social.greenroom.crds.talent.Completeness;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.talent.TalentStatus;
import social.greenroom.operator.status.Readiness;
import social.greenroom.operator.status.Verdict;

/** What a talent's status says. */
final class TalentProjection {
  private TalentProjection() {}

  static TalentStatus of(Talent talent, StoredTalent stored, Instant now) {
    var before = Optional.ofNullable(talent.getStatus());
    var generation = talent.getMetadata().getGeneration();
    var conditions =
        new Conditions(before.map(TalentStatus::conditions).orElse(List.of()), generation, now);
    var completeness = ProfileCompleteness.of(talent.getSpec().profile());
    Readiness.write(conditions, ready(talent, stored), List.of(stored.slug()));
    stored.slug().write(conditions, SLUG_CLAIMED);
    profile(completeness).write(conditions, PROFILE_COMPLETE);
    var row = stored.talent();
    return new TalentStatus(
        generation,
        row == null ? null : row.id().toString(),
        completeness,
        StopPolicy.of(stored.stop().wireName()),
        conditions.list());
  }

  private static Verdict ready(Talent talent, StoredTalent stored) {
    return stored.awaitsOwner()
        ? Verdict.yes(
            "OwnerInvited",
            "%s is invited; nothing goes out before they say yes."
                .formatted(talent.getSpec().owner().email()))
        : Verdict.yes("Ready", "Drafts can be made, and go out with their owner's yes.");
  }

  private static Verdict profile(Completeness completeness) {
    return completeness.next().isEmpty()
        ? Verdict.yes("Complete", "All that the agents need to write well is there.")
        : Verdict.no("Incomplete", completeness.next().get(0));
  }
}
