package social.greenroom.store.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.core.limit.Circuit;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;

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
    handle
        .createUpdate(
            """
            insert into greenroom.rate_window as w
              (tenant_id, id, app, account_id, name, allowed, remaining, resets_at)
            values (:tenantId, :id, %s, case when :own then :accountId end, :name, :allowed, :remaining, :resetsAt)
            on conflict on constraint rate_window_key do update set
              allowed = coalesce(excluded.allowed, w.allowed), remaining = excluded.remaining,
              resets_at = excluded.resets_at, told_at = now()
            """
                .formatted(APP))
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("accountId", accountId)
        .bind("own", window.scope() == Scope.ACCOUNT)
        .bind("name", window.name())
        .bind("allowed", window.allowed())
        .bind("remaining", window.remaining())
        .bind("resetsAt", window.resetsAt())
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

  /** Until when the account's network wants to be waited for, and why; empty for now. */
  public Optional<Wait> of(UUID accountId) {
    return handle
        .createQuery(
            """
            select talent_id, account_id, until, why from greenroom.limited_account
            where tenant_id = :tenantId and account_id = :accountId order by until desc limit 1
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .mapTo(Wait.class)
        .findOne();
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

  /** The network answered a call of the account's: its circuit is closed. */
  public void answered(UUID accountId) {
    handle
        .createUpdate(
            """
            update greenroom.circuit set failures = 0, opened = 0, opened_at = null, probe_at = null,
              probing = false, updated_at = now()
            where tenant_id = :tenantId and failures > 0 and app = %s
            """
                .formatted(APP))
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
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
