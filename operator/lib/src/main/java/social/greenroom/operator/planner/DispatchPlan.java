package social.greenroom.operator.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.post.VariantState;
import social.greenroom.operator.planner.Routing.Route;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.DispatchRow;

/**
 * One tenant's plan: what is approved and due soon is queued, in one transaction, for the pool or
 * for dispatches. A dispatch holds so many posts that its Job is done in time; more posts are more
 * Jobs.
 */
final class DispatchPlan {
  private static final int POSTS_PER_JOB = Routing.SMALL;
  private static final int JOBS_AT_ONCE = 4;

  /** The rest follows with the next look, so that no transaction holds too much. */
  private static final int POSTS_FOR_POOL = 1000;

  private final TenantSession session;
  private final Instant now;
  private final Duration ahead;

  DispatchPlan(TenantSession session, Instant now, Duration ahead) {
    this.session = session;
    this.now = now;
    this.ahead = ahead;
  }

  /**
   * Takes back what was queued and is held now, says what holds it, and takes back what can't go
   * out in its window any more, and what was missed.
   */
  void takeBack() {
    session.planning().lapse().forEach(this::recordLapse);
    session.planning().pullBackHeld();
    session.planning().explainHeld();
    new MissedPlan(session).decide();
  }

  /** Queues what is due soon for the route's senders; returns the dispatches that need a Job. */
  List<DispatchRow> make(Route route) {
    takeBack();
    if (route == Route.POOL) {
      session.planning().queueForPool(now.plus(ahead), POSTS_FOR_POOL);
      return List.of();
    }
    return dispatches();
  }

  private List<DispatchRow> dispatches() {
    var made = new ArrayList<DispatchRow>();
    var due = session.planning().nextDue().filter(this::soon);
    while (due.isPresent() && made.size() < JOBS_AT_ONCE) {
      var dispatch = session.dispatches().plan(due.get());
      var queued = session.planning().queue(dispatch.id(), now.plus(ahead), POSTS_PER_JOB);
      if (queued == 0) {
        // Somebody else has them locked; they are looked at again.
        session.dispatches().ended(dispatch.id(), "There was nothing left to queue.");
        break;
      }
      made.add(dispatch);
      due = session.planning().nextDue().filter(this::soon);
    }
    return made;
  }

  private boolean soon(Instant due) {
    return !due.isAfter(now.plus(ahead));
  }

  private void recordLapse(VariantRow variant) {
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.operator(),
                "variant.lapsed",
                "Its approved time passed before it could go out; it is %s again."
                    .formatted(VariantState.AWAITING_APPROVAL.wireName().replace('_', ' ')),
                "variant",
                variant.id(),
                variant.talentId()));
  }
}
