package social.greenroom.store.talent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Document;

/** The talents of the session's tenant. */
public final class TalentRepository {
  // With the caps that the talent set, so that nobody who reads the talent can overlook them.
  private static final String COLUMNS =
      """
      t.*, (
        select jsonb_build_object('dailyCap', c.daily_cap, 'pause', 'PT' || c.pause_seconds || 'S',
          'quietHours', case when c.quiet_from is not null
            then jsonb_build_object('from', c.quiet_from, 'until', c.quiet_until) end)
        from greenroom.own_cap c
        where c.tenant_id = t.tenant_id and c.talent_id = t.id and c.ended_at is null) as own_caps
      """;
  private static final String SELECT =
      "select " + COLUMNS + " from greenroom.talent t where t.tenant_id = :tenantId";
  private final UUID tenantId;
  private final Handle handle;

  public TalentRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Makes the talent, or changes it to what is declared now; a removed one comes back. */
  public TalentUpsert upsert(TalentSpec spec) {
    var named = byName(spec.name());
    if (named.isPresent() && !named.get().slug().equals(spec.slug())) {
      return new TalentUpsert.SlugFixed(named.get());
    }
    return (named.isPresent() ? Optional.<TalentRow>empty() : insert(spec))
        .or(() -> update(spec))
        .<TalentUpsert>map(TalentUpsert.Stored::new)
        .orElseGet(() -> new TalentUpsert.SlugTaken(spec.slug()));
  }

  /** Empty where the slug is a removed talent's, or another tenant's, which can't be seen. */
  private Optional<TalentRow> insert(TalentSpec spec) {
    return declared(
            spec,
            """
            insert into greenroom.talent as t
              (tenant_id, id, name, slug, display_name, time_zone, language, owner_email, profile, daily_cap,
               tick_interval_seconds, blackouts, posting, stop_policy)
            values (:tenantId, :id, :name, :slug, :displayName, :timeZone, :language, :ownerEmail,
              cast(:profile as jsonb), :dailyCap, :tick, cast(:blackouts as jsonb),
              cast(:posting as jsonb), :stopPolicy)
            on conflict do nothing
            returning
            """
                + COLUMNS)
        .bind("id", Ids.next())
        .mapTo(TalentRow.class)
        .findOne();
  }

  private Optional<TalentRow> update(TalentSpec spec) {
    return declared(
            spec,
            """
            update greenroom.talent t set
              name = :name, display_name = :displayName, time_zone = :timeZone, language = :language,
              owner_email = :ownerEmail, profile = cast(:profile as jsonb), daily_cap = :dailyCap,
              tick_interval_seconds = :tick, blackouts = cast(:blackouts as jsonb),
              posting = cast(:posting as jsonb),
              stop_policy = :stopPolicy, removed_at = null
            where tenant_id = :tenantId and slug = :slug and (name = :name or removed_at is not null)
            returning
            """
                + COLUMNS)
        .mapTo(TalentRow.class)
        .findOne();
  }

  private Query declared(TalentSpec spec, String statement) {
    return handle
        .createQuery(statement)
        .bind("tenantId", tenantId)
        .bind("name", spec.name())
        .bind("slug", spec.slug())
        .bind("displayName", spec.displayName())
        .bind("timeZone", spec.timeZone())
        .bind("language", spec.language())
        .bind("ownerEmail", spec.ownerEmail())
        .bind("profile", Document.write(spec.profile()))
        .bind("dailyCap", spec.dailyCap())
        .bind(
            "tick", Optional.ofNullable(spec.tickInterval()).map(Duration::toSeconds).orElse(null))
        .bind("blackouts", Document.write(spec.blackouts()))
        .bind("posting", Document.write(spec.posting()))
        .bind("stopPolicy", spec.stopPolicy().wireName());
  }

  /** Those of these ids, in no order. */
  public List<TalentRow> byIds(Collection<UUID> ids) {
    return handle
        .createQuery(SELECT + " and id = any(:ids)")
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, ids.toArray())
        .mapTo(TalentRow.class)
        .list();
  }

  public Optional<TalentRow> find(UUID id) {
    return handle
        .createQuery(SELECT + " and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(TalentRow.class)
        .findOne();
  }

  /**
   * Waits until nobody else chooses times for the talent's posts, and keeps it so until the
   * transaction ends. Everything else about the talent goes on meanwhile.
   */
  public void holdCalendar(UUID id) {
    handle.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", "calendar of talent " + id);
  }

  /** The one whose resource has that name now. */
  public Optional<TalentRow> byName(String name) {
    return handle
        .createQuery(SELECT + " and name = :name and removed_at is null")
        .bind("tenantId", tenantId)
        .bind("name", name)
        .mapTo(TalentRow.class)
        .findOne();
  }

  /** The one of that slug whose resource was deleted, and who would come back with it. */
  public Optional<TalentRow> removed(String slug) {
    return handle
        .createQuery(SELECT + " and slug = :slug and removed_at is not null")
        .bind("tenantId", tenantId)
        .bind("slug", slug)
        .mapTo(TalentRow.class)
        .findOne();
  }

  /** All that aren't removed, by display name. */
  public List<TalentRow> list() {
    return handle
        .createQuery(SELECT + " and removed_at is null order by lower(display_name), id")
        .bind("tenantId", tenantId)
        .mapTo(TalentRow.class)
        .list();
  }

  /** Also the removed ones, for showing history. */
  public List<TalentRow> all() {
    return handle
        .createQuery(SELECT + " order by lower(display_name), id")
        .bind("tenantId", tenantId)
        .mapTo(TalentRow.class)
        .list();
  }

  /** Its resource was deleted: nothing more is sent, and the history stays. */
  public void remove(UUID id) {
    handle
        .createUpdate(
            """
            update greenroom.talent set removed_at = now()
            where tenant_id = :tenantId and id = :id and removed_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .execute();
  }

  /**
   * The signed-in user accepts the invitation to own the talent. False when the invitation isn't
   * theirs, or when there is an owner already: YAML can't take a talent from its owner.
   */
  public boolean acceptOwnership(UUID id, UUID userId) {
    return handle
            .createUpdate(
                """
                update greenroom.talent t set owner_user_id = u.id
                from greenroom.app_user u
                where t.tenant_id = :tenantId and t.id = :id and u.id = :userId
                  and lower(u.email) = lower(t.owner_email)
                  and (t.owner_user_id is null or t.owner_user_id = u.id)
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("userId", userId)
            .execute()
        == 1;
  }

  /** Notes that the tick looked at the talent; false when it did so within the interval. */
  public boolean tick(UUID id, Duration interval) {
    return handle
            .createUpdate(
                """
                update greenroom.talent set last_tick_at = now()
                where tenant_id = :tenantId and id = :id
                  and (last_tick_at is null or last_tick_at <= now() - make_interval(secs => :seconds))
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("seconds", interval.toMillis() / 1000.0)
            .execute()
        == 1;
  }

  /**
   * Those that nothing in their own resource stops, with a connected account, whose last tick is
   * their interval ago, or never was.
   *
   * @param interval of those that have none of their own
   */
  public List<TalentRow> due(Instant now, Duration interval) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + """
             from greenroom.talent t
            where t.tenant_id = :tenantId and t.removed_at is null and t.stop_policy = 'None'
              and (t.last_tick_at is null
                or t.last_tick_at <= cast(:now as timestamptz) - make_interval(secs => coalesce(t.tick_interval_seconds, :seconds)))
              and exists (select from greenroom.account a
                where a.tenant_id = t.tenant_id and a.talent_id = t.id and a.removed_at is null
                  and a.remote_id is not null)
            order by t.id
            """)
        .bind("tenantId", tenantId)
        .bind("now", now)
        .bind("seconds", interval.toMillis() / 1000.0)
        .mapTo(TalentRow.class)
        .list();
  }

  /** When the tick is next due for the talent. */
  public Instant nextTick(UUID id, Duration interval) {
    return find(id)
        .map(TalentRow::lastTickAt)
        .map(last -> last.plus(interval))
        .orElse(Instant.EPOCH);
  }

  /** How every talent's posts stand, also those with none. */
  public List<TalentSummary> summaries() {
    return handle
        .createQuery(
            """
            select t.id as talent_id,
              count(*) filter (where v.state = 'awaiting_approval') as waiting,
              count(*) filter (where v.state in ('approved', 'queued')) as scheduled,
              min(v.due_at) filter (where v.state in ('approved', 'queued')) as next_goes_out_at,
              count(*) filter (where v.state = 'failed') as failed,
              count(*) filter (where v.state = 'unknown') as unknown,
              count(*) filter (where v.state = 'blocked') as blocked,
              (select count(*) from greenroom.account a
                where a.tenant_id = t.tenant_id and a.talent_id = t.id and a.removed_at is null
                  and (a.remote_id is null or a.health in ('hard_block', 'soft_block')))
                as accounts_needing_care
            from greenroom.talent t
            left join greenroom.variant v on v.tenant_id = t.tenant_id and v.talent_id = t.id
            where t.tenant_id = :tenantId and t.removed_at is null
            group by t.tenant_id, t.id
            """)
        .bind("tenantId", tenantId)
        .mapTo(TalentSummary.class)
        .list();
  }
}
