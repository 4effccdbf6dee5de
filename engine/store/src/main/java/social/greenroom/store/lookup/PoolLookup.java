package social.greenroom.store.lookup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.store.database.Database;

/** For whom the pool has work: ids and counts, of all tenants, and nothing else of theirs. */
public final class PoolLookup {
  private final Database database;

  public PoolLookup(Database database) {
    this.database = database;
  }

  /** Tenants with posts queued for the pool whose time has come, the longest waiting first. */
  public List<Waiting> due() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id, count(*) as count from greenroom.variant
                    where state = 'queued' and dispatch_id is null and due_at <= clock_timestamp()
                    group by tenant_id order by min(due_at), tenant_id
                    """)
                .mapTo(Waiting.class)
                .list());
  }

  /**
   * How long until the time of the next post queued for the pool comes, by the database's clock;
   * empty for none.
   */
  public Optional<Duration> untilNextDue() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select extract(epoch from min(due_at) - clock_timestamp()) * 1000 from greenroom.variant
                    where state = 'queued' and dispatch_id is null and due_at > clock_timestamp()
                    """)
                .mapTo(Double.class)
                .findOne()
                .map(millis -> Duration.ofMillis(Math.max(0, (long) Math.ceil(millis)))));
  }

  /**
   * Tenants with something in doubt: a sender that is proven dead or gave no sign of life for that
   * long, an outcome that nobody knows, or something that is to follow a post and was left behind.
   */
  public List<UUID> doubtful(Duration silentFor) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select tenant_id from greenroom.variant where state = 'unknown'
                    union
                    select tenant_id from greenroom.follow_up where state = 'unknown'
                    union
                    select f.tenant_id from greenroom.follow_up f
                    left join greenroom.sender s on s.name = f.claimed_by
                    where f.state = 'sending' and (s.ended_at is not null
                      or f.heartbeat_at < clock_timestamp() - make_interval(secs => :seconds))
                    union
                    select f.tenant_id from greenroom.follow_up f
                    where f.state = 'waiting' and coalesce(f.not_before, now()) <= now()
                      and not exists (select from greenroom.follow_up e
                        where e.tenant_id = f.tenant_id and e.variant_id = f.variant_id and e.kind = f.kind
                          and e.position < f.position and e.state <> 'done')
                    union
                    select v.tenant_id from greenroom.variant v
                    left join greenroom.sender s on s.name = v.claimed_by
                    where v.state = 'publishing' and (s.ended_at is not null
                      or v.heartbeat_at < clock_timestamp() - make_interval(secs => :seconds))
                    """)
                .bind("seconds", silentFor.toMillis() / 1000.0)
                .mapTo(UUID.class)
                .list());
  }
}
