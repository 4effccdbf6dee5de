package social.greenroom.operator.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantFilter;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.stop.Stops;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.tenant.TenantRow;

/** Reads what a tick looks at. */
final class TickRows {
  private static final Duration DEFAULT_INTERVAL = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MANY = 500;
  private static final Set<VariantState> UNDECIDED =
      Set.of(VariantState.DRAFT, VariantState.BLOCKED, VariantState.AWAITING_APPROVAL);

  private final TenantSession session;
  private final TenantRow tenant;

  TickRows(TenantSession session) {
    this.session = session;
    this.tenant = session.tenant().get();
  }

  /** The talents whose interval is over and who have an account: the others need no closer look. */
  List<TalentRow> due(Instant now) {
    return session.talents().due(now, ofTenant());
  }

  TickFacts facts(TalentRow talent, Instant now, Duration horizon) {
    var undecided =
        session
            .variants()
            .list(new VariantFilter(UNDECIDED, talent.id(), null, null), null, MANY)
            .items();
    return new TickFacts(
        stop(talent),
        ownRequests(talent) + ownDrafts(undecided),
        talent.lastTickAt(),
        interval(talent),
        talent.strictestDailyCap(),
        taken(talent.id(), null, now, horizon),
        session.accounts().list(talent.id()).stream()
            .filter(AccountRow::connected)
            .filter(account -> session.stops().reason(talent.id(), account.id()).isEmpty())
            .map(account -> account(talent, account, undecided, now, horizon))
            .toList());
  }

  Duration interval(TalentRow talent) {
    var own = talent.tickInterval();
    if (own != null) {
      return own;
    }
    return ofTenant();
  }

  private Duration ofTenant() {
    return tenant.tickInterval() == null ? DEFAULT_INTERVAL : tenant.tickInterval();
  }

  private @Nullable String stop(TalentRow talent) {
    if (!tenant.active()) {
      return "The tenant is %s.".formatted(tenant.status());
    }
    return Stops.of(session, talent).stops() || !talent.status().equals("active")
        ? "The talent is on hold."
        : null;
  }

  private int ownRequests(TalentRow talent) {
    return (int)
        session.requests().open().stream()
            .filter(request -> request.source() == Origin.PERSONA)
            .filter(request -> request.talentId().equals(talent.id()))
            .count();
  }

  private int ownDrafts(List<VariantRow> undecided) {
    var posts = undecided.stream().map(VariantRow::postId).collect(Collectors.toSet());
    return (int)
        session.posts().byIds(posts).stream()
            .map(PostRow::origin)
            .filter(origin -> origin == Origin.PERSONA)
            .count();
  }

  private TickFacts.AccountFacts account(
      TalentRow talent,
      AccountRow account,
      List<VariantRow> undecided,
      Instant now,
      Duration horizon) {
    var withoutTime =
        undecided.stream()
            .filter(variant -> variant.accountId().equals(account.id()))
            .filter(variant -> variant.publishAt() == null)
            .count();
    return new TickFacts.AccountFacts(
        account.id(),
        AccountPolicy.of(tenant, talent, account).rules(),
        taken(null, account.id(), now, horizon),
        (int) withoutTime);
  }

  /** The taken times of the talent, or of the account, with a day at each end for caps. */
  private List<Instant> taken(
      @Nullable UUID talentId, @Nullable UUID accountId, Instant now, Duration horizon) {
    return session
        .planning()
        .occupied(talentId, accountId, now.minus(DAY), now.plus(horizon).plus(DAY))
        .stream()
        .map(Occupied::at)
        .toList();
  }

  /** The names of these accounts' resources. */
  List<String> names(List<UUID> accounts) {
    return accounts.stream()
        .flatMap(id -> session.accounts().find(id).stream())
        .map(AccountRow::name)
        .sorted()
        .toList();
  }
}
