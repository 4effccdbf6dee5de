package social.greenroom.operator.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.LateTime;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.MissedPosts;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.TalentRow;

/**
 * Decides what becomes of one tenant's posts whose time passed while nothing could be sent: each
 * still goes out, spaced as the rules say, or a person is asked.
 */
final class MissedPlan {
  /** The rest follows with the next look, so that no transaction holds too much. */
  private static final int AT_ONCE = 500;

  /** Over which posts of a talent can stand in one another's way. */
  private static final Duration AROUND = Duration.ofDays(8);

  private final TenantSession session;
  private final Instant now;

  MissedPlan(TenantSession session) {
    this.session = session;
    this.now = session.missed().now();
  }

  void decide() {
    session.missed().takeBack();
    // In the order of their ids: two that decide at once must not wait for each other.
    session.missed().lock(AT_ONCE).stream()
        .collect(Collectors.groupingBy(VariantRow::talentId, TreeMap::new, Collectors.toList()))
        .forEach(this::decide);
  }

  private void decide(UUID talentId, List<VariantRow> oldestFirst) {
    session.talents().holdCalendar(talentId);
    var talent = session.talents().find(talentId).orElseThrow();
    var taken = new ArrayList<>(taken(talentId));
    // An account's cooldown may be longer than what is read around now.
    taken.addAll(
        session
            .planning()
            .lastSent(
                oldestFirst.stream().map(VariantRow::accountId).distinct().toList(),
                now.minus(AROUND)));
    Map<UUID, Instant> lastLate = new HashMap<>();
    for (var variant : oldestFirst) {
      if (!MissedPosts.missed(variant, now)) {
        putOff(talent, variant, taken);
        continue;
      }
      var late = late(talent, variant, taken, lastLate.get(variant.accountId()));
      var at = late.at();
      if (at == null) {
        ask(variant, late.reason());
      } else {
        session.missed().publishLate(variant.id(), at, late.reason());
        lastLate.put(variant.accountId(), at);
        taken.add(
            new Occupied(variant.id(), variant.accountId(), talentId, at, VariantState.APPROVED));
      }
    }
  }

  /** It has its next time already, and goes on trying until its grace is over. */
  private void putOff(TalentRow talent, VariantRow variant, List<Occupied> taken) {
    var since = variant.lateSince();
    var again = variant.dueAt();
    if (since == null || again == null) {
      return;
    }
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    LateTime.over(AccountPolicy.read(session, talent, account).rules(), since, again)
        .ifPresent(
            over -> {
              // What holds it is what the person has to see to.
              ask(variant, "%s %s".formatted(over, variant.scheduleReason()).strip());
              taken.removeIf(other -> other.variantId().equals(variant.id()));
            });
  }

  private LateTime late(
      TalentRow talent, VariantRow variant, List<Occupied> taken, @Nullable Instant lastLate) {
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var policy = AccountPolicy.read(session, talent, account);
    var since = variant.lateSince();
    var late =
        LateTime.of(
            policy.rules(),
            policy.talentDay(taken.stream().map(Occupied::at).toList()),
            since == null ? now : since,
            now,
            lastLate,
            taken.stream()
                .filter(other -> other.accountId().equals(account.id()))
                .map(Occupied::at)
                .toList());
    var closes = variant.windowUntil();
    return late.at() != null && closes != null && late.at().isAfter(closes)
        ? new LateTime(null, late.reason() + " The approved window ends before that.")
        : late;
  }

  /** What went out, may have gone out, or is still to go out; what was missed takes no time. */
  private List<Occupied> taken(UUID talentId) {
    return session.planning().occupied(talentId, null, now.minus(AROUND), now.plus(AROUND)).stream()
        .filter(other -> !other.proposed())
        .filter(other -> !(waits(other.state()) && other.at().isBefore(now)))
        .toList();
  }

  private static boolean waits(VariantState state) {
    return state == VariantState.APPROVED || state == VariantState.QUEUED;
  }

  private void ask(VariantRow variant, String reason) {
    session.missed().ask(variant.id(), reason);
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.operator(),
                "variant.missed",
                reason,
                "variant",
                variant.id(),
                variant.talentId()));
  }
}
