package social.greenroom.store.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.store.database.Database;

/** Sessions, found by the hash of their token: who reads the table can't use one. */
public final class Sessions {
  private final Database database;

  public Sessions(Database database) {
    this.database = database;
  }

  /**
   * Begins a session of a member of the tenant.
   *
   * @param tokenHash {@code SessionToken.hash()}
   */
  public void create(String tokenHash, UUID tenantId, UUID userId, Duration lifetime) {
    database.untenanted(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into greenroom.session (token_hash, tenant_id, user_id, expires_at)
                    values (:hash, :tenantId, :userId, now() + make_interval(secs => :seconds))
                    """)
                .bind("hash", tokenHash)
                .bind("tenantId", tenantId)
                .bind("userId", userId)
                .bind("seconds", (double) lifetime.toSeconds())
                .execute());
  }

  /** The live session of that token, and what its user may do now. */
  public Optional<SessionRow> find(String tokenHash) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select s.user_id, u.email, u.display_name, s.tenant_id, t.name as tenant_name,
                      t.display_name as tenant_display_name, m.role, m.talent_id, s.created_at, s.last_seen_at,
                      s.expires_at
                    from greenroom.session s
                    join greenroom.app_user u on u.id = s.user_id and u.disabled_at is null
                    join greenroom.membership m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
                    join greenroom.tenant t on t.id = s.tenant_id and t.status <> 'removed'
                    where s.token_hash = :hash and s.expires_at > now()
                    """)
                .bind("hash", tokenHash)
                .mapTo(SessionRow.class)
                .findOne());
  }

  /** Notes that it was used; at most once a minute is enough. */
  public void seen(String tokenHash) {
    database.untenanted(
        handle ->
            handle
                .createUpdate(
                    "update greenroom.session set last_seen_at = now() where token_hash = :hash")
                .bind("hash", tokenHash)
                .execute());
  }

  public void delete(String tokenHash) {
    database.untenanted(
        handle ->
            handle
                .createUpdate("delete from greenroom.session where token_hash = :hash")
                .bind("hash", tokenHash)
                .execute());
  }

  /** Ends all of a person's sessions. */
  public void deleteOf(UUID userId) {
    database.untenanted(
        handle ->
            handle
                .createUpdate("delete from greenroom.session where user_id = :userId")
                .bind("userId", userId)
                .execute());
  }

  /** Removes those that are over; returns how many. */
  public int deleteExpired() {
    return database.untenanted(
        handle ->
            handle
                .createUpdate("delete from greenroom.session where expires_at <= now()")
                .execute());
  }
}
