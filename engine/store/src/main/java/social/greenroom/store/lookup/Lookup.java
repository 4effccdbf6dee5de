package social.greenroom.store.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import social.greenroom.store.access.Sessions;
import social.greenroom.store.access.Users;
import social.greenroom.store.database.Database;

/** The few questions that cross tenants, asked on a role that can see nothing else. */
public final class Lookup {
  private static final String TENANT =
      "select id, name, namespace, display_name, time_zone, status from greenroom.tenant";
  private final Database database;

  public Lookup(Database database) {
    this.database = database;
  }

  public Users users() {
    return new Users(database);
  }

  public Sessions sessions() {
    return new Sessions(database);
  }

  /** All tenants, also the suspended and the removed, by name. */
  public List<TenantRef> tenants() {
    return database.untenanted(
        handle -> handle.createQuery(TENANT + " order by name").mapTo(TenantRef.class).list());
  }

  public Optional<TenantRef> tenantByName(String name) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(TENANT + " where name = :name")
                .bind("name", name)
                .mapTo(TenantRef.class)
                .findOne());
  }

  public Optional<TenantRef> tenantById(UUID id) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(TENANT + " where id = :id")
                .bind("id", id)
                .mapTo(TenantRef.class)
                .findOne());
  }

  public Optional<TenantRef> tenantByNamespace(String namespace) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(TENANT + " where namespace = :namespace")
                .bind("namespace", namespace)
                .mapTo(TenantRef.class)
                .findOne());
  }

  /** Whose slug it is, also after the talent was removed. */
  public Optional<SlugHolder> talentBySlug(String slug) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    "select tenant_id, id as talent_id from greenroom.talent where slug = :slug")
                .bind("slug", slug)
                .mapTo(SlugHolder.class)
                .findOne());
  }

  /**
   * Tenants with approved posts due by then, soonest first. What was due before {@code left} was
   * left by earlier looks, and tells when a tenant's next is due only where nothing else does.
   */
  public List<DueTenant> dueSoon(Instant until, Instant left) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id,
                      coalesce(min(due_at) filter (where due_at >= :left), min(due_at)) as next_due_at,
                      count(*) as count, max(due_at) < :left as left_only
                    from greenroom.variant
                    where state = 'approved' and due_at <= :until group by tenant_id order by 2
                    """)
                .bind("until", until)
                .bind("left", left)
                .mapTo(DueTenant.class)
                .list());
  }

  /** Those of these tenants that have approved or queued posts, whenever they are due. */
  public Set<UUID> tenantsWithPostsToGo(Collection<UUID> tenants) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select t.id from unnest(cast(:tenants as uuid[])) t (id)
                    where exists (select from greenroom.variant v
                      where v.tenant_id = t.id and v.state in ('approved', 'queued'))
                    """)
                .bindArray("tenants", UUID.class, tenants.toArray())
                .mapTo(UUID.class)
                .set());
  }

  /** When the next approved post of all is due after that time; empty when there is none. */
  public Optional<Instant> nextDue(Instant after) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    "select min(due_at) from greenroom.variant where state = 'approved' and due_at > :after")
                .bind("after", after)
                .mapTo(Instant.class)
                .findOne());
  }

  /** Tenants with accounts that are to be looked at. */
  public List<TenantToCheck> tenantsToCheck() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id, min(wanted_at) as since, now() - min(wanted_at) as first_waits,
                      now() - max(wanted_at) as last_waits
                    from greenroom.account_check group by tenant_id
                    """)
                .mapTo(TenantToCheck.class)
                .list());
  }

  /**
   * Tenants with something in doubt: a sender that is proven dead, or gave no sign of life for that
   * long.
   */
  public List<UUID> tenantsWithOrphans(Duration silentFor) {
    // Every dispatch that hasn't ended is seen here, and not every one that has.
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct v.tenant_id from greenroom.variant v
                    left join greenroom.sender s on s.name = v.claimed_by
                    where v.state = 'publishing' and (s.ended_at is not null
                      or v.heartbeat_at < now() - make_interval(secs => :seconds)
                      or v.dispatch_id is not null and not exists (
                        select from greenroom.dispatch d
                        where d.tenant_id = v.tenant_id and d.id = v.dispatch_id and d.state <> 'ended'))
                    """)
                .bind("seconds", silentFor.toMillis() / 1000.0)
                .mapTo(UUID.class)
                .list());
  }

  /** How long the last publish Jobs took from being planned to their beginning, newest first. */
  public List<Duration> recentStartUps(int limit) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select extract(epoch from started_at - created_at) * 1000 from greenroom.dispatch
                    where started_at > now() - interval '1 day' order by started_at desc limit :limit
                    """)
                .bind("limit", limit)
                .mapTo(Double.class)
                .map(millis -> Duration.ofMillis(Math.round(millis)))
                .list());
  }

  /** Tenants with posts that were queued for the pool. */
  public List<UUID> tenantsWaitingForPool() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct tenant_id from greenroom.variant
                    where state = 'queued' and dispatch_id is null
                    """)
                .mapTo(UUID.class)
                .list());
  }

  /** Tenants with a variant whose outcome is unknown. */
  public List<UUID> tenantsWithUnknown() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    "select distinct tenant_id from greenroom.variant where state = 'unknown'")
                .mapTo(UUID.class)
                .list());
  }

  /**
   * Tenants where something is to follow a post now, may have gone out, or was left in flight by a
   * sender with no sign of life for that long.
   */
  public List<UUID> tenantsWithFollowUps(Duration orphanedAfter) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct f.tenant_id from greenroom.follow_up f
                    where f.state = 'unknown'
                      or f.state = 'sending' and f.heartbeat_at < now() - make_interval(secs => :seconds)
                      or f.state = 'waiting' and coalesce(f.not_before, now()) <= now()
                        and not exists (select from greenroom.follow_up e
                          where e.tenant_id = f.tenant_id and e.variant_id = f.variant_id and e.kind = f.kind
                            and e.position < f.position and e.state <> 'done')
                    """)
                .bind("seconds", orphanedAfter.toMillis() / 1000.0)
                .mapTo(UUID.class)
                .list());
  }

  /** Tenants with a dispatch that hasn't ended. */
  public List<UUID> tenantsWithOpenDispatches() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    "select distinct tenant_id from greenroom.dispatch where state <> 'ended'")
                .mapTo(UUID.class)
                .list());
  }

  /** Accounts whose access is to be given back by now, the longest due first. */
  public List<DueRevocation> revocationsDue() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id, account_id from greenroom.revocation
                    where state = 'due' and due_at <= now() order by due_at, id limit 1000
                    """)
                .mapTo(DueRevocation.class)
                .list());
  }

  /** What was handed in and has no PostRequest yet: each tenant's oldest, then each one's next. */
  public List<WaitingIntake> intakeWaiting(int limit) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id, intake_id from (
                      select tenant_id, id as intake_id, created_at,
                        row_number() over (partition by tenant_id order by created_at, id) as turn
                      from greenroom.intake where state = 'waiting') waiting
                    order by turn, created_at, intake_id limit :limit
                    """)
                .bind("limit", limit)
                .mapTo(WaitingIntake.class)
                .list());
  }

  /** Series that people asked for and whose PostSeries is to be made, changed or deleted now. */
  public List<WaitingSeries> seriesWaiting(int limit) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id, series_id from greenroom.series_asked
                    where state = 'waiting' and due_at <= now() order by due_at, series_id limit :limit
                    """)
                .bind("limit", limit)
                .mapTo(WaitingSeries.class)
                .list());
  }

  /** How long until a further one of them is due; empty when there is none. */
  public Optional<Duration> nextSeriesDue() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select extract(epoch from min(due_at) - now()) * 1000 from greenroom.series_asked
                    where state = 'waiting' and due_at > now() having min(due_at) is not null
                    """)
                .mapTo(Double.class)
                .findOne()
                .map(millis -> Duration.ofMillis(Math.max(0, Math.round(millis)))));
  }

  /** What waits, and what went wrong, of all tenants together. */
  public LedgerFigures figures() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select due.*, queue.*, doubt.*, intake.*, accounts.*, circuits.*, calls.* from
                      (select count(*) as due from greenroom.variant
                       where state = 'approved' and due_at <= now()) due,
                      (select count(*) as queued, min(due_at) as oldest_queued from greenroom.variant
                       where state = 'queued') queue,
                      (select count(*) as unknown_outcomes from greenroom.variant
                       where state = 'unknown') doubt,
                      (select count(*) as waiting, min(created_at) as oldest_waiting
                       from greenroom.intake where state = 'waiting') intake,
                      (select count(*) filter (where health = 'soft_block') as soft_blocked,
                         count(*) filter (where health = 'hard_block') as hard_blocked,
                         count(*) filter (where health = 'unreachable') as unreachable
                       from greenroom.account where health in ('soft_block', 'hard_block', 'unreachable')) accounts,
                      (select count(*) as open_circuits from greenroom.circuit where probe_at is not null) circuits,
                      (select count(*) filter (where outcome = 'unknown') as unknown,
                         count(*) filter (where settled_through = 'reading') as settled_by_reading,
                         count(*) filter (where settled_through = 'person') as settled_by_person,
                         count(*) filter (where settled_through = 'sender') as settled_by_sender,
                         count(asked_at) as asked,
                         count(*) filter (where altered) as altered
                       from (select outcome, settled_through, asked_at, altered from greenroom.attempt
                             where outcome = 'unknown' or altered
                             union all
                             select outcome, settled_through, asked_at, altered from greenroom.follow_up_attempt
                             where outcome = 'unknown' or altered) call) calls
                    """)
                .mapTo(LedgerFigures.class)
                .one());
  }

  /** Posts that went out at that time or later, at most an hour ago. */
  public List<PublishedPost> publishedSince(Instant from) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select id, published_at, coalesce(due_at, published_at) as due_at from greenroom.variant
                    where state = 'published' and published_at >= :from
                    """)
                .bind("from", from)
                .mapTo(PublishedPost.class)
                .list());
  }
}
