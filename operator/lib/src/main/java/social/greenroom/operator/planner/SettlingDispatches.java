package social.greenroom.operator.planner;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.publish.DispatchRow;

/**
 * Dispatches that settle: for posts whose sender was lost, posts that may have gone out, and what
 * follows a post and was left behind. They hold no posts; their Job looks for what is in doubt, and
 * for what is to follow.
 */
@ApplicationScoped
class SettlingDispatches {
  private final OperatorDatabases databases;
  private final Duration orphanAfter;
  private final Map<UUID, Tries> tries = new HashMap<>();

  SettlingDispatches(OperatorDatabases databases, OperatorConfig config) {
    this.databases = databases;
    this.orphanAfter = config.orphanAfter();
  }

  private record Tries(int count, Instant next) {}

  /** A dispatch for the tenant's doubts, where one helps and none is open. */
  Optional<DispatchRow> plan(TenantRef tenant, Instant now) {
    var before = tries.getOrDefault(tenant.id(), new Tries(0, Instant.MIN));
    if (now.isBefore(before.next())) {
      return Optional.empty();
    }
    var planned = databases.tenants().in(tenant.id(), session -> plan(session, now));
    if (planned.isPresent()) {
      var count = before.count() + 1;
      tries.put(tenant.id(), new Tries(count, now.plus(Settling.pause(before.count()))));
    }
    return planned;
  }

  /** Nothing of the others is in doubt any more: their next doubt is looked into at once. */
  void clearAllBut(Set<UUID> doubtful) {
    tries.keySet().retainAll(doubtful);
  }

  private Optional<DispatchRow> plan(TenantSession session, Instant now) {
    var running =
        session.dispatches().open().stream()
            .anyMatch(dispatch -> dispatch.createdAt().isAfter(now.minus(orphanAfter)));
    if (running || !needed(session, now)) {
      return Optional.empty();
    }
    return Optional.of(session.dispatches().plan(now));
  }

  private boolean needed(TenantSession session, Instant now) {
    return !session.claims().orphaned(orphanAfter).isEmpty()
        || !session.followUpClaims().orphaned(orphanAfter).isEmpty()
        || session.followUps().due()
        || Settling.canBeRead(doubts(session), accounts(session), now);
  }

  private static List<Settling.Doubt> doubts(TenantSession session) {
    return Stream.concat(
            session.settlements().open().stream().map(doubt -> Settling.Doubt.of(doubt.attempt())),
            session.followUpSettlements().open().stream()
                .map(doubt -> Settling.Doubt.of(doubt.attempt())))
        .toList();
  }

  private static Map<UUID, AccountRow> accounts(TenantSession session) {
    return session.accounts().all().stream()
        .collect(Collectors.toMap(AccountRow::id, Function.identity()));
  }
}
