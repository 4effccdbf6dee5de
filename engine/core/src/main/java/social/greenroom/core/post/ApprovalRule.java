package social.greenroom.core.post;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may approve what goes out in a talent's name: the owner, and only where the owner gave a
 * standing approval somebody or something else.
 *
 * @param owner the talent's owner; null until the invited person has accepted
 * @param standing the owner's standing approvals in force
 */
public record ApprovalRule(@Nullable UUID owner, List<StandingApproval> standing) {
  public ApprovalRule {
    standing = List.copyOf(standing);
  }

  /** The rule where the owner alone decides. */
  public static ApprovalRule ownerOnly(@Nullable UUID owner) {
    return new ApprovalRule(owner, List.of());
  }

  /** Whether that user may approve. */
  public ApprovalVerdict forUser(UUID userId) {
    if (owner == null) {
      return new ApprovalVerdict.Refused(
          "Nobody owns this talent yet: the invited owner has to sign in and accept first.");
    }
    if (owner.equals(userId)) {
      return new ApprovalVerdict.Granted(ApprovalBasis.OWNER, Optional.empty());
    }
    return standing.stream()
        .filter(consent -> consent.letsApprove(userId))
        .findFirst()
        .<ApprovalVerdict>map(ApprovalRule::resting)
        .orElseGet(
            () ->
                new ApprovalVerdict.Refused(
                    "Only the talent's owner may approve this; ask them, or ask them to let you"
                        + " approve in their place."));
  }

  /** Whether what comes from there is approved with nobody asked. */
  public ApprovalVerdict forOrigin(Origin origin) {
    if (owner == null) {
      return new ApprovalVerdict.Refused("Nobody owns this talent yet, so nothing is approved.");
    }
    return standing.stream()
        .filter(consent -> consent.approvesFrom(origin))
        .findFirst()
        .<ApprovalVerdict>map(ApprovalRule::resting)
        .orElseGet(() -> new ApprovalVerdict.Refused("The talent's owner decides on this post."));
  }

  private static ApprovalVerdict.Granted resting(StandingApproval consent) {
    return new ApprovalVerdict.Granted(consent.basis(), Optional.of(consent.id()));
  }
}
