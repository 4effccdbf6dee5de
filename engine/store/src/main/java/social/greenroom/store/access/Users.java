package social.greenroom.store.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;

/** The people who can sign in, whichever tenants they belong to. */
public final class Users {
  private final Database database;

  public Users(Database database) {
    this.database = database;
  }

  /** Makes the user, or finds the one with that e-mail address (in any case), unchanged. */
  public UserRow create(String email, String displayName, @Nullable String passwordHash) {
    return database.untenanted(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into greenroom.app_user (id, email, display_name, password_hash)
                  values (:id, :email, :displayName, :passwordHash)
                  on conflict (lower(email)) do nothing
                  """)
              .bind("id", Ids.next())
              .bind("email", email.strip())
              .bind("displayName", displayName)
              .bind("passwordHash", passwordHash)
              .execute();
          return handle
              .createQuery("select * from greenroom.app_user where lower(email) = lower(:email)")
              .bind("email", email.strip())
              .mapTo(UserRow.class)
              .one();
        });
  }

  public Optional<UserRow> byEmail(String email) {
    return database.untenanted(
        handle ->
            handle
                .createQuery("select * from greenroom.app_user where lower(email) = lower(:email)")
                .bind("email", email.strip())
                .mapTo(UserRow.class)
                .findOne());
  }

  public Optional<UserRow> find(UUID id) {
    return database.untenanted(
        handle ->
            handle
                .createQuery("select * from greenroom.app_user where id = :id")
                .bind("id", id)
                .mapTo(UserRow.class)
                .findOne());
  }

  public void setPassword(UUID id, String passwordHash) {
    database.untenanted(
        handle ->
            handle
                .createUpdate("update greenroom.app_user set password_hash = :hash where id = :id")
                .bind("id", id)
                .bind("hash", passwordHash)
                .execute());
  }

  /** The tenants the person belongs to, by name; not those that were removed. */
  public List<MembershipRow> memberships(UUID userId) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select m.tenant_id, t.name as tenant_name, t.display_name as tenant_display_name, m.user_id,
                      m.role, m.talent_id
                    from greenroom.membership m join greenroom.tenant t on t.id = m.tenant_id
                    where m.user_id = :userId and t.status <> 'removed' order by t.name
                    """)
                .bind("userId", userId)
                .mapTo(MembershipRow.class)
                .list());
  }
}
