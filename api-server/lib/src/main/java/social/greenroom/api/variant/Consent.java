package social.greenroom.api.variant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.post.ApprovalRule;
import social.greenroom.core.post.ApprovalVerdict;
import social.greenroom.core.post.StandingApproval;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.StandingApprovalRow;
import social.greenroom.store.talent.TalentRow;

/**
 * A yes that counts.
 *
 * @param standingApproval what it rests on; null for the owner's own
 */
record Consent(@Nullable UUID standingApproval) {
  /** Who may approve what goes out for the talent. */
  static ApprovalRule rule(TenantSession session, UUID talentId) {
    var owner = session.talents().find(talentId).map(TalentRow::ownerUserId).orElse(null);
    List<StandingApproval> standing =
        session.standingApprovals().of(talentId).stream()
            .map(StandingApprovalRow::consent)
            .toList();
    return new ApprovalRule(owner, standing);
  }

  /**
   * The consent that was granted.
   *
   * @throws ProblemException 403 when it was refused
   */
  static Consent of(ApprovalVerdict verdict) {
    if (verdict instanceof ApprovalVerdict.Granted granted) {
      return new Consent(granted.standing().orElse(null));
    }
    throw ProblemException.of(
        ProblemKind.FORBIDDEN, verdict.refusal().orElse("Only the talent's owner may approve."));
  }
}
