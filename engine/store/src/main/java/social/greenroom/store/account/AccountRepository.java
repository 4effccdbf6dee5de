package social.greenroom.store.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.Platform;
import social.greenroom.store.database.Document;

/** The accounts of the session's tenant. */
public final class AccountRepository {
  private static final String SELECT =
      "select * from greenroom.account where tenant_id = :tenantId";
  private final UUID tenantId;
  private final Handle handle;

  public AccountRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Makes the account, or changes it to what is declared now; a removed one comes back as the
   * account it was.
   */
  public AccountUpsert upsert(AccountSpec spec) {
    return upsert(spec, byName(spec.name()));
  }

  /**
   * The same, where the caller has read the account in this transaction.
   *
   * @param existing what {@link #byName} told
   */
  public AccountUpsert upsert(AccountSpec spec, Optional<AccountRow> existing) {
    if (existing.isPresent()) {
      var fixed = FixedFields.conflict(existing.get(), spec);
      if (fixed.isPresent()) {
        return fixed.get();
      }
    }
    if (spec.remoteId() != null) {
      var holder = byRemoteId(spec.platform(), spec.endpoint(), spec.remoteId());
      if (holder.isPresent() && !holder.get().name().equals(spec.name())) {
        return new AccountUpsert.RemoteIdTaken(holder.get());
      }
    }
    return new AccountUpsert.Stored(write(spec));
  }

  private AccountRow write(AccountSpec spec) {
    return handle
        .createQuery(
            """
            insert into greenroom.account as a
              (tenant_id, id, talent_id, name, platform, channel, handle, display_name, remote_id, endpoint, slots,
               daily_cap, cooldown_minutes, posting, stop_policy, options, connected_at)
            values (:tenantId, :id, :talentId, :name, :platform, :channel, :handle, :displayName, :remoteId, :endpoint,
              cast(:slots as jsonb), :dailyCap, :cooldownMinutes, cast(:posting as jsonb), :stopPolicy,
              cast(:options as jsonb),
              case when cast(:remoteId as text) is null then null else now() end)
            on conflict (tenant_id, name) do update set
              channel = excluded.channel, platform = excluded.platform, talent_id = excluded.talent_id,
              handle = excluded.handle, display_name = excluded.display_name,
              remote_id = coalesce(excluded.remote_id, a.remote_id), endpoint = excluded.endpoint,
              slots = excluded.slots, daily_cap = excluded.daily_cap, cooldown_minutes = excluded.cooldown_minutes,
              posting = excluded.posting,
              stop_policy = excluded.stop_policy, options = excluded.options, removed_at = null
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", spec.talentId())
        .bind("name", spec.name())
        .bind("platform", spec.platform().wireName())
        .bind("channel", spec.channel().wireName())
        .bind("handle", spec.handle())
        .bind("displayName", spec.displayName())
        .bind("remoteId", spec.remoteId())
        .bind("endpoint", spec.endpoint())
        .bind("slots", Document.write(spec.slots()))
        .bind("dailyCap", spec.dailyCap())
        .bind("cooldownMinutes", spec.cooldownMinutes())
        .bind("posting", Document.write(spec.posting()))
        .bind("stopPolicy", spec.stopPolicy().wireName())
        .bind("options", Document.write(spec.options()))
        .mapTo(AccountRow.class)
        .one();
  }

  public Optional<AccountRow> find(UUID id) {
    return handle
        .createQuery(SELECT + " and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(AccountRow.class)
        .findOne();
  }

  /** Those of these ids, in no order. */
  public List<AccountRow> byIds(Collection<UUID> ids) {
    return handle
        .createQuery(SELECT + " and id = any(:ids)")
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, ids.toArray())
        .mapTo(AccountRow.class)
        .list();
  }

  /** Also a removed one: its name stays its own. */
  public Optional<AccountRow> byName(String name) {
    return handle
        .createQuery(SELECT + " and name = :name")
        .bind("tenantId", tenantId)
        .bind("name", name)
        .mapTo(AccountRow.class)
        .findOne();
  }

  /**
   * The account that is this one at the network.
   *
   * @param endpoint names the instance, at a network that is made of instances
   */
  public Optional<AccountRow> byRemoteId(
      Platform platform, @Nullable String endpoint, String remoteId) {
    return handle
        .createQuery(
            SELECT
                + """
                 and platform = :platform and remote_id = :remoteId
                 and greenroom.instance(platform, endpoint) = greenroom.instance(:platform, :endpoint)
                """)
        .bind("tenantId", tenantId)
        .bind("platform", platform.wireName())
        .bind("endpoint", endpoint)
        .bind("remoteId", remoteId)
        .mapTo(AccountRow.class)
        .findOne();
  }

  /** Those that aren't removed, of the talent or (null) of all. */
  public List<AccountRow> list(@Nullable UUID talentId) {
    return handle
        .createQuery(
            SELECT
                + """
                 and removed_at is null and (cast(:talentId as uuid) is null or talent_id = :talentId)
                 order by platform, lower(handle), id
                """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(AccountRow.class)
        .list();
  }

  /** Also the removed ones, for showing history. */
  public List<AccountRow> all() {
    return handle
        .createQuery(SELECT + " order by platform, lower(handle), id")
        .bind("tenantId", tenantId)
        .mapTo(AccountRow.class)
        .list();
  }

  /**
   * Notes what a call told of the account, and fixes its remote id if it had none. The health says
   * nothing of who it is: an id that differs from the fixed one is refused by the database. What
   * was known a minute ago isn't written again: each write is announced, and wakes who watches.
   */
  public void report(UUID id, HealthReport report) {
    handle
        .createUpdate(
            """
            update greenroom.account set
              health = :health, health_message = :message, health_checked_at = now(),
              remote_id = coalesce(:remoteId, remote_id)
            where tenant_id = :tenantId and id = :id
              and ((health, health_message) is distinct from (:health, cast(:message as text))
                or health_checked_at is null or health_checked_at < now() - interval '1 minute'
                or remote_id is distinct from coalesce(cast(:remoteId as text), remote_id))
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("health", AccountHealth.of(report.health()).wireName())
        .bind("message", report.message())
        .bind("remoteId", report.remoteId())
        .execute();
  }

  /**
   * Notes that the networks took calls of these accounts. What was known minutes ago isn't written
   * again.
   */
  public void answered(Collection<UUID> ids) {
    handle
        .createUpdate(
            """
            with well as materialized (
              select id from greenroom.account
              where tenant_id = :tenantId and id = any(:ids)
                and (health <> 'ok' or health_message is not null
                  or health_checked_at is null or health_checked_at < now() - interval '10 minutes')
              order by id for no key update)
            update greenroom.account a set health = 'ok', health_message = null, health_checked_at = now()
            from well where a.tenant_id = :tenantId and a.id = well.id
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, ids.toArray())
        .execute();
  }

  /**
   * The talent's accounts that weren't removed, held until the transaction ends: whoever removes
   * them, or the talent, waits for it and finds what it wrote.
   */
  public List<AccountRow> hold(UUID talentId) {
    return handle
        .createQuery(
            """
            select * from greenroom.account
            where tenant_id = :tenantId and talent_id = :talentId and removed_at is null
            order by id for share
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(AccountRow.class)
        .list();
  }

  /** Its resource was deleted: nothing more is sent, and the history stays. */
  public void remove(UUID id) {
    handle
        .createUpdate(
            """
            update greenroom.account set removed_at = now()
            where tenant_id = :tenantId and id = :id and removed_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .execute();
  }
}
