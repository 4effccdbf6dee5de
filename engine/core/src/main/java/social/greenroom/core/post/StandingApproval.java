package social.greenroom.core.post;

import java.util.UUID;

/**
 * A consent the owner gave ahead, signed in, in the portal. Both kinds are off until they do, and
 * no YAML can give one.
 */
public sealed interface StandingApproval {
  /** The row in which it was recorded. */
  UUID id();

  /** What it allows an approval to rest on. */
  ApprovalBasis basis();

  /** True when it lets that user approve. */
  boolean letsApprove(UUID userId);

  /** True when it approves what comes from there, with nobody asked. */
  boolean approvesFrom(Origin origin);

  /** The named operator may approve in the owner's place. */
  record OperatorOverride(UUID id, UUID operatorId) implements StandingApproval {
    @Override
    public ApprovalBasis basis() {
      return ApprovalBasis.OPERATOR_OVERRIDE;
    }

    @Override
    public boolean letsApprove(UUID userId) {
      return operatorId.equals(userId);
    }

    @Override
    public boolean approvesFrom(Origin origin) {
      return false;
    }
  }

  /** Posts asked for through the named source are approved as they are drafted. */
  record AutoApprove(UUID id, Origin source) implements StandingApproval {
    @Override
    public ApprovalBasis basis() {
      return ApprovalBasis.AUTO_SOURCE;
    }

    @Override
    public boolean letsApprove(UUID userId) {
      return false;
    }

    @Override
    public boolean approvesFrom(Origin origin) {
      return source == origin;
    }
  }
}
