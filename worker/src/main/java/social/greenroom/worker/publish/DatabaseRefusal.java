package social.greenroom.worker.publish;

import java.time.Instant;
import social.greenroom.store.database.RuleViolationException;

/**
 * What becomes of a variant which the database wouldn't let out. It keeps the invariants by itself:
 * that it is asked at all means that something changed between our look and our write.
 */
final class DatabaseRefusal {
  private DatabaseRefusal() {}

  /**
   * The clearance that matches the database's rule.
   *
   * @throws RuleViolationException the same, when the claim was lost or the rule isn't about
   *     sending
   */
  static Clearance of(RuleViolationException refusal, Instant now) {
    return switch (refusal.rule()) {
      case STOPPED ->
          new Clearance.Pause(now.plus(SendCheck.PAUSE), String.valueOf(refusal.getMessage()));
      case APPROVAL -> new Clearance.Never(String.valueOf(refusal.getMessage()));
      case TRANSITION, IMMUTABLE, SENT_ALREADY, CONSENT, STALE_CLAIM -> throw refusal;
    };
  }
}
