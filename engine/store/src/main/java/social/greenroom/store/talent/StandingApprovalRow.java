package social.greenroom.store.talent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.StandingApproval;

/**
 * An owner's lasting consent.
 *
 * @param kind operator_override (userId may approve) or auto_source (what comes from source is
 *     approved)
 */
public record StandingApprovalRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    String kind,
    @Nullable UUID userId,
    @Nullable String source,
    UUID givenBy,
    Instant givenAt,
    @Nullable Instant revokedAt) {
  /** The same for the domain's rules. */
  public StandingApproval consent() {
    if (userId != null) {
      return new StandingApproval.OperatorOverride(id, userId);
    }
    if (source != null) {
      return new StandingApproval.AutoApprove(id, Origin.of(source));
    }
    throw new IllegalStateException("A standing approval names an operator or a source.");
  }
}
