package social.greenroom.operator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.VariantFilter;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.TalentRow;

/** How a tenant's posts stand that aren't out yet, and what the approved ones have before them. */
record Outlook(Map<UUID, VariantRow> open, Map<UUID, Prospect> prospects) {
  private static final Set<VariantState> OPEN =
      EnumSet.of(
          VariantState.DRAFT,
          VariantState.BLOCKED,
          VariantState.AWAITING_APPROVAL,
          VariantState.APPROVED,
          VariantState.QUEUED);
  private static final Set<VariantState> APPROVED =
      EnumSet.of(VariantState.APPROVED, VariantState.QUEUED);
  private static final Set<VariantState> SENT =
      EnumSet.of(
          VariantState.PUBLISHED,
          VariantState.TAKEN_DOWN,
          VariantState.UNKNOWN,
          VariantState.PUBLISHING);
  private static final Duration LOOK_BACK = Duration.ofDays(8);
  private static final int PAGE = 500;

  static Outlook of(TenantSession session, Instant now) {
    var open = open(session);
    var prospects = new HashMap<UUID, Prospect>();
    for (var talent : session.talents().all()) {
      var due =
          open.values().stream()
              .filter(row -> row.talentId().equals(talent.id()) && APPROVED.contains(row.state()))
              .map(row -> due(row, now))
              .toList();
      if (!due.isEmpty()) {
        prospects.putAll(new SendForecast(accounts(session, talent, now)).of(due, now));
      }
    }
    return new Outlook(open, prospects);
  }

  @Nullable Prospect of(UUID variant) {
    return prospects.get(variant);
  }

  private static Map<UUID, VariantRow> open(TenantSession session) {
    var filter = new VariantFilter(OPEN, null, null, null);
    var rows = new LinkedHashMap<UUID, VariantRow>();
    @Nullable String cursor = null;
    do {
      var page = session.variants().list(filter, cursor, PAGE);
      page.items().forEach(row -> rows.put(row.id(), row));
      cursor = page.nextCursor();
    } while (cursor != null);
    return rows;
  }

  private static SendForecast.Due due(VariantRow row, Instant now) {
    return new SendForecast.Due(
        row.id(),
        row.accountId(),
        row.dueAt() == null ? now : row.dueAt(),
        row.windowUntil(),
        row.content());
  }

  private static Map<UUID, SendForecast.Account> accounts(
      TenantSession session, TalentRow talent, Instant now) {
    var accounts = new HashMap<UUID, SendForecast.Account>();
    for (var row : session.accounts().all()) {
      if (row.talentId().equals(talent.id())) {
        accounts.put(
            row.id(),
            new SendForecast.Account(
                AccountPolicy.read(session, talent, row),
                session.stops().reason(talent.id(), row.id()).orElse(null),
                Reach.of(session, row).obstacle(),
                sent(session, row, now)));
      }
    }
    return accounts;
  }

  private static List<Instant> sent(TenantSession session, AccountRow account, Instant now) {
    var sent = new ArrayList<Instant>();
    for (Occupied taken :
        session.planning().occupied(null, account.id(), now.minus(LOOK_BACK), now.plusSeconds(1))) {
      if (SENT.contains(taken.state())) {
        sent.add(taken.at());
      }
    }
    return sent;
  }
}
