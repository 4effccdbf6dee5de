package social.greenroom.store.provision;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.TenantLogin;

/** Makes and drops the logins of tenants' Jobs. It can read no tenant's rows. */
public final class Provisioner {
  private static final int CONNECTIONS = 50;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Database database;

  public Provisioner(Database database) {
    this.database = database;
  }

  /** Makes the tenant's login with a new password, or gives the one it has a new password. */
  public TenantCredentials createTenantLogin(UUID tenantId) {
    var user = TenantLogin.nameOf(tenantId);
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database.untenanted(
        handle -> {
          if (!exists(handle, user)) {
            handle.execute(
                "create role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit connection limit %d"
                    .formatted(user, CONNECTIONS));
            handle.execute("grant greenroom_job to %s".formatted(user));
            handle.execute(
                "alter role %s set idle_in_transaction_session_timeout = '60s'".formatted(user));
          }
          setPassword(handle, user, password);
          return true;
        });
    return new TenantCredentials(user, password);
  }

  // The driver sends a SCRAM verifier, so the password is in no server log.
  private static void setPassword(Handle handle, String user, String password) {
    try {
      handle
          .getConnection()
          .unwrap(PGConnection.class)
          .alterUserPassword(user, password.toCharArray(), "scram-sha-256");
    } catch (SQLException e) {
      throw new IllegalStateException("The login %s can't get its password.".formatted(user), e);
    }
  }

  public boolean hasTenantLogin(UUID tenantId) {
    return database.untenanted(handle -> exists(handle, TenantLogin.nameOf(tenantId)));
  }

  /** Drops the tenant's login, if there is one; connections it holds end with their Jobs. */
  public void dropTenantLogin(UUID tenantId) {
    database.untenanted(
        handle -> handle.execute("drop role if exists " + TenantLogin.nameOf(tenantId)));
  }

  private static boolean exists(Handle handle, String user) {
    return handle
        .createQuery("select exists (select from pg_roles where rolname = :user)")
        .bind("user", user)
        .mapTo(Boolean.class)
        .one();
  }
}
