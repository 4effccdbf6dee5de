package social.greenroom.api.caps;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.spacing.PlannedPost;
import social.greenroom.api.variant.Moving;
import social.greenroom.api.variant.OpenVariant;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.Placement;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.talent.OwnCapRow;
import social.greenroom.store.talent.TalentRow;

/** Shows, plans and sets what a talent sets themselves, in the session's transaction. */
record Capping(TenantSession session, Caller caller, TalentRow talent, Instant now) {
  static Capping of(TenantSession session, Caller caller, UUID talentId, Instant now) {
    var talent =
        session
            .talents()
            .find(talentId)
            .filter(row -> row.removedAt() == null && caller.sees(row.id()))
            .orElseThrow(() -> ProblemException.notFound("talent"));
    return new Capping(session, caller, talent, now);
  }

  OwnCapsState state() {
    var row = session.ownCaps().of(talent.id());
    var caps = row.map(OwnCapRow::caps).orElse(OwnCaps.NONE);
    return new OwnCapsState(
        TalentCaps.of(caps),
        caps.inWords(),
        talent.timeZone(),
        row.map(OwnCapRow::setAt).orElse(null),
        owns());
  }

  CapsPlan plan(TalentCaps wanted) {
    requireOwner();
    return new CapsPlanner(session, talent, now).plan(wanted.own());
  }

  /** All of it, or nothing where something changed since the plan was made. */
  OwnCapsState set(CapsAcceptance acceptance, Moving moving) {
    requireOwner();
    var caps = acceptance.caps().own();
    var planner = new CapsPlanner(session, talent, now);
    var open = lock(planned(planner, caps, acceptance).posts());
    session.talents().holdCalendar(talent.id());
    // Whoever is about to send has counted by the old caps, or will count by the new ones.
    session.planning().holdDays(Set.of(talent.id()));
    var plan = planned(planner, caps, acceptance);
    record(caps, plan);
    for (var post : plan.posts()) {
      move(Objects.requireNonNull(open.get(post.variantId())), post, moving);
    }
    return state();
  }

  private static CapsPlan planned(CapsPlanner planner, OwnCaps caps, CapsAcceptance acceptance) {
    var plan = planner.plan(caps);
    if (!plan.digest().equals(acceptance.digest())) {
      throw stale();
    }
    return plan;
  }

  /**
   * Locks the posts in the order of their ids: two that lock the same must not wait for each other,
   * nor may whoever sends one of them while the talent's day is held.
   */
  private Map<UUID, OpenVariant> lock(List<PlannedPost> posts) {
    var versions = new LinkedHashMap<UUID, Integer>();
    posts.forEach(post -> versions.put(post.variantId(), post.version()));
    var open = new LinkedHashMap<UUID, OpenVariant>();
    versions.keySet().stream()
        .sorted()
        .forEach(id -> open.put(id, OpenVariant.lock(session, caller, id)));
    open.forEach(
        (id, found) -> {
          var row = found.row();
          if (!Objects.equals(versions.get(id), row.version())
              || !CapsPlanner.SCHEDULED.contains(row.state())) {
            throw stale();
          }
        });
    return open;
  }

  private void record(OwnCaps caps, CapsPlan plan) {
    var before = session.ownCaps().of(talent.id());
    var held = before.map(OwnCapRow::caps).orElse(OwnCaps.NONE);
    if (held.equals(caps)) {
      return;
    }
    var after = session.ownCaps().set(talent.id(), caller.userId(), caps);
    var what =
        after.isEmpty()
            ? "%s lifted their own caps.".formatted(caller.displayName())
            : "%s set: %s.".formatted(caller.displayName(), String.join(", ", caps.inWords()));
    AuditTrail.of(session, caller)
        .ownCaps(
            after.isEmpty() ? "caps.lifted" : "caps.set",
            what + plan.sentence(),
            after.or(() -> before).map(OwnCapRow::id).orElseThrow(),
            talent.id(),
            held,
            caps);
  }

  private void move(OpenVariant open, PlannedPost post, Moving moving) {
    var at = post.at();
    if (at == null) {
      explain(open.row(), post.reason());
    } else {
      var reason = "Moved by %s's own caps. %s".formatted(talent.displayName(), post.reason());
      moving.put(open, new Placement(at, reason), ", by their own caps");
    }
  }

  /** What finds no other time keeps its own, with the reason why it won't go out then. */
  private void explain(VariantRow row, String reason) {
    var at = row.dueAt() == null ? now : row.dueAt();
    var name = caller.displayName();
    if (!session.desk().schedule(row.id(), row.version(), at, reason, name).made()) {
      throw stale();
    }
  }

  private boolean owns() {
    return caller.userId().equals(talent.ownerUserId());
  }

  private void requireOwner() {
    if (!owns()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "Only %s, signed in as the owner of these posts, sets and lifts their own caps."
              .formatted(talent.displayName()));
    }
  }

  private static ProblemException stale() {
    return ProblemException.of(
        ProblemKind.CONFLICT,
        "Since you looked, a post was approved, moved or sent, or a rule changed. Nothing was set or"
            + " moved; look at what would move now, then save again.");
  }
}
