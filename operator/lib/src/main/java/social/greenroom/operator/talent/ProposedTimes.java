package social.greenroom.operator.talent;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.Placement;
import social.greenroom.core.schedule.ZoneMove;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantFilter;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.talent.TalentRow;

/** Moves the proposed posts of a talent whose time zone changed; see {@link ZoneMove}. */
record ProposedTimes(TenantSession session, TalentRow talent, ZoneMove move, Instant now) {
  private static final Set<VariantState> PROPOSED =
      EnumSet.of(VariantState.DRAFT, VariantState.BLOCKED, VariantState.AWAITING_APPROVAL);
  private static final Duration AROUND = Duration.ofDays(400);
  private static final int MANY = 1000;
  private static final String BY = "operator";

  /** Approved posts stay; what a request asks for to the moment stays too. */
  void follow() {
    session.talents().holdCalendar(talent.id());
    var moved =
        session
            .variants()
            .list(new VariantFilter(PROPOSED, talent.id(), null, null), null, MANY)
            .items()
            .stream()
            .filter(this::follow)
            .count();
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.operator(),
                "talent.zone_changed",
                "The time zone changed from %s to %s. %d proposed posts keep their time of day; what is approved goes out at the moment that was approved."
                    .formatted(move.from(), move.to(), moved),
                "talent",
                talent.id(),
                talent.id()));
  }

  private boolean follow(VariantRow variant) {
    var at = variant.publishAt();
    if (at == null || !at.isAfter(now) || at.equals(asked(variant))) {
      return false;
    }
    return place(variant, move.sameTimeOfDay(at))
        .map(
            to ->
                session
                    .desk()
                    .schedule(variant.id(), variant.version(), to.at(), to.reason(), BY)
                    .made())
        .orElse(false);
  }

  /** The same time of day where it is free and still to come, else the next free slot. */
  private Optional<Placement> place(VariantRow variant, Instant wanted) {
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var policy = AccountPolicy.read(session, talent, account);
    var taken = taken(variant);
    var day = policy.talentDay(taken.stream().map(Occupied::at).toList());
    var ofAccount =
        taken.stream()
            .filter(other -> other.accountId().equals(account.id()))
            .map(Occupied::at)
            .toList();
    if (wanted.isAfter(now) && day.check(policy.rules(), wanted, ofAccount).isEmpty()) {
      return Optional.of(new Placement(wanted, move.sentence()));
    }
    return day.nextSlot(policy.rules(), now, ofAccount)
        .map(
            slot ->
                new Placement(
                    slot.at(),
                    "The talent's time zone changed from %s to %s, and its time of day isn't free. %s"
                        .formatted(move.from(), move.to(), slot.reason())));
  }

  private List<Occupied> taken(VariantRow variant) {
    return session
        .planning()
        .occupied(talent.id(), null, now.minus(Duration.ofDays(8)), now.plus(AROUND))
        .stream()
        .filter(other -> !other.variantId().equals(variant.id()))
        .filter(other -> !other.proposed())
        .toList();
  }

  private @Nullable Instant asked(VariantRow variant) {
    return session
        .posts()
        .find(variant.postId())
        .map(PostRow::requestId)
        .flatMap(session.requests()::find)
        .map(RequestRow::scheduleHint)
        .orElse(null);
  }
}
