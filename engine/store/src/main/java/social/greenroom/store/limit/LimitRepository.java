package social.greenroom.store.limit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.core.limit.Circuit;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;
import social.greenroom.store.database.Columns;

/** What the networks allow the session's tenant, and whether they answer. */
public final class LimitRepository {
  private static final String APP =
      """
      (select greenroom.app_of(platform, channel, endpoint) from greenroom.account
        where tenant_id = :tenantId and id = :accountId)
      """;
  private final UUID tenantId;
  private final Handle handle;

  public LimitRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Keeps what the network told in its answer to a call of that account's. */
  public void told(UUID accountId, RateWindow window) {
    told(List.of(new Told(accountId, window)));
  }

  /** Keeps what networks told in their answers to calls, the latest last. */
  public void told(Collection<Told> told) {
    if (told.isEmpty()) {
      return;
    }
    var columns = Columns.of(told);
    handle
        .createUpdate(
            """
            insert into greenroom.rate_window as w
              (tenant_id, id, app, account_id, name, allowed, remaining, resets_at)
            select distinct on (app, own_id, t.name) :tenantId, t.id, app, own_id, t.name, t.allowed, t.remaining,
              cast(t.resets_at as timestamptz)
            from unnest(:ids, :accountIds, :own, :names, :allowed, :remaining, :resetsAt) with ordinality
              as t(id, account_id, own, name, allowed, remaining, resets_at, place)
            join greenroom.account a on a.tenant_id = :tenantId and a.id = t.account_id
            cross join lateral (select greenroom.app_of(a.platform, a.channel, a.endpoint) as app,
              case when t.own then t.account_id end as own_id) as whose
            order by app, own_id, t.name, t.place desc
            on conflict on constraint rate_window_key do update set
              allowed = coalesce(excluded.allowed, w.allowed), remaining = excluded.remaining,
              resets_at = excluded.resets_at, told_at = now()
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, columns.each(one -> Ids.next()))
        .bindArray("accountIds", UUID.class, columns.each(Told::accountId))
        .bindArray("own", Boolean.class, columns.each(one -> one.window().scope() == Scope.ACCOUNT))
        .bindArray("names", String.class, columns.each(one -> one.window().name()))
        .bindArray("allowed", Long.class, columns.each(one -> one.window().allowed()))
        .bindArray("remaining", Long.class, columns.each(one -> one.window().remaining()))
        .bindArray(
            "resetsAt", String.class, columns.each(one -> one.window().resetsAt().toString()))
        .execute();
  }

  /** The accounts whose networks want to be waited for now, the longest wait first. */
  public List<Wait> waits() {
    return handle
        .createQuery(
            """
            select talent_id, account_id, until, why from greenroom.limited_account
            where tenant_id = :tenantId order by until desc, account_id
            """)
        .bind("tenantId", tenantId)
        .mapTo(Wait.class)
        .list();
  }

  /** Until when the accounts' networks want to be waited for, and why; none that may be called. */
  public Map<UUID, Wait> of(Collection<UUID> accountIds) {
    return handle
        .createQuery(
            """
            select distinct on (account_id) talent_id, account_id, until, why from greenroom.limited_account
            where tenant_id = :tenantId and account_id = any(:accountIds) order by account_id, until desc
            """)
        .bind("tenantId", tenantId)
        .bindArray("accountIds", UUID.class, accountIds.toArray())
        .mapTo(Wait.class)
        .collect(Collectors.toMap(Wait::accountId, Function.identity()));
  }

  /** True while any circuit is open, or half open: see {@link #letsThrough}. */
  public boolean anyOpen() {
    return handle
        .createQuery(
            "select exists (select from greenroom.circuit where tenant_id = :tenantId and probe_at is not null)")
        .bind("tenantId", tenantId)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Asks to send where the circuit may be half open: of all that ask then, one may, and tries. True
   * too where it is closed. To be asked after {@link #of}, in the transaction of the attempt.
   */
  public boolean letsThrough(UUID accountId, Instant now) {
    var halfOpen =
        handle
            .createQuery(
                "select id from greenroom.circuit where tenant_id = :tenantId and probe_at is not null and app = "
                    + APP)
            .bind("tenantId", tenantId)
            .bind("accountId", accountId)
            .mapTo(UUID.class)
            .findOne();
    return halfOpen.isEmpty() || probe(halfOpen.get(), now);
  }

  private boolean probe(UUID circuit, Instant now) {
    return handle
            .createUpdate(
                """
                update greenroom.circuit set probing = true, probe_at = :until, updated_at = now()
                where tenant_id = :tenantId and id = :id and probe_at <= :now
                """)
            .bind("tenantId", tenantId)
            .bind("id", circuit)
            .bind("now", now)
            .bind("until", now.plus(Circuit.PROBE))
            .execute()
        == 1;
  }

  /** The networks answered calls of the accounts': their circuits are closed. */
  public void answered(Collection<UUID> accountIds) {
    handle
        .createUpdate(
            """
            update greenroom.circuit set failures = 0, opened = 0, opened_at = null, probe_at = null,
              probing = false, updated_at = now()
            where tenant_id = :tenantId and failures > 0 and app in (
              select greenroom.app_of(platform, channel, endpoint) from greenroom.account
              where tenant_id = :tenantId and id = any(:accountIds))
            """)
        .bind("tenantId", tenantId)
        .bindArray("accountIds", UUID.class, accountIds.toArray())
        .execute();
  }

  /** The network didn't answer a call of the account's. Returns how its circuit stands now. */
  public Circuit unanswered(UUID accountId, String reason, Instant now, RandomGenerator random) {
    handle
        .createUpdate(
            """
            insert into greenroom.circuit (tenant_id, id, app, platform)
            select tenant_id, :circuit, greenroom.app_of(platform, channel, endpoint), platform
            from greenroom.account where tenant_id = :tenantId and id = :accountId
            on conflict on constraint circuit_app do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("circuit", Ids.next())
        .bind("accountId", accountId)
        .execute();
    var next = locked(accountId).failed(now, random);
    handle
        .createUpdate(
            """
            update greenroom.circuit set failures = :failures, opened = :opened, probe_at = :probeAt,
              probing = :probing, reason = :reason, updated_at = now(),
              opened_at = case when cast(:probeAt as timestamptz) is null then null else coalesce(opened_at, now()) end
            where tenant_id = :tenantId and app = %s
            """
                .formatted(APP))
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .bind("failures", next.failures())
        .bind("opened", next.opened())
        .bind("probeAt", next.probeAt())
        .bind("probing", next.probing())
        .bind("reason", reason)
        .execute();
    return next;
  }

  private Circuit locked(UUID accountId) {
    return handle
        .createQuery(
            """
            select failures, opened, probe_at, probing from greenroom.circuit
            where tenant_id = :tenantId and app = %s for update
            """
                .formatted(APP))
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .mapTo(Circuit.class)
        .one();
  }
}
