package social.greenroom.api.spacing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import social.greenroom.api.access.Caller;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.variant.Moving;
import social.greenroom.api.variant.OpenVariant;
import social.greenroom.core.schedule.Placement;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;

/** A yes to a plan: in one transaction all of it happens, or nothing. */
record Accepting(TenantSession session, Caller caller, Instant now) {

  AcceptedSpacing accept(SpacingAcceptance acceptance, Moving moving) {
    var open = lock(acceptance.variants());
    open.values().stream()
        .map(OpenVariant::row)
        .map(VariantRow::talentId)
        .distinct()
        .sorted()
        .forEach(session.talents()::holdCalendar);
    var plan =
        new SpacingPlanner(session, now)
            .plan(
                acceptance.wish(),
                acceptance.variants().stream().map(post -> row(open, post.id())).toList());
    if (!plan.digest().equals(acceptance.digest())) {
      throw ProblemException.of(
          ProblemKind.CONFLICT,
          "The plan doesn't fit any more: another post took a time, a rule changed, or a time has"
              + " passed. Nothing was moved; make the plan again.");
    }
    plan.posts().stream()
        .filter(PlannedPost::moves)
        .forEach(post -> move(open(open, post.variantId()), post, plan, moving));
    return new AcceptedSpacing(plan.moving(), plan.needingApproval());
  }

  /**
   * Locks the posts in the order of their ids: two acceptances must not wait for each other.
   *
   * @throws ProblemException 409 naming the post that was changed since the plan was made
   */
  private Map<UUID, OpenVariant> lock(List<SpacingAcceptance.PlannedVersion> posts) {
    var open = new HashMap<UUID, OpenVariant>();
    posts.stream()
        .map(SpacingAcceptance.PlannedVersion::id)
        .sorted()
        .forEach(id -> open.put(id, OpenVariant.lock(session, caller, id)));
    for (var post : posts) {
      var found = open(open, post.id());
      if (found.row().version() != post.version()) {
        throw ProblemException.of(
            ProblemKind.CONFLICT,
            "Since the plan was made, %s was changed. Nothing was moved; make the plan again."
                .formatted(found.named()));
      }
    }
    return open;
  }

  private void move(OpenVariant open, PlannedPost post, SpacingPlan plan, Moving moving) {
    var at = post.at();
    if (at != null) {
      var reason = "Moved by %s. %s".formatted(caller.displayName(), post.reason());
      moving.put(open, new Placement(at, reason), beside(plan));
    }
  }

  private static String beside(SpacingPlan plan) {
    var days = "%d %s".formatted(plan.days(), plan.days() == 1 ? "day" : "days");
    return switch (plan.moving()) {
      case 1 -> ", spaced out over " + days;
      default -> ", one of %d posts spaced out over %s".formatted(plan.moving(), days);
    };
  }

  private static VariantRow row(Map<UUID, OpenVariant> open, UUID id) {
    return open(open, id).row();
  }

  private static OpenVariant open(Map<UUID, OpenVariant> open, UUID id) {
    var found = open.get(id);
    if (found == null) {
      throw new IllegalStateException("Every post of the plan is locked.");
    }
    return found;
  }
}
