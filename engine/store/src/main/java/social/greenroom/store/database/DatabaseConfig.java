package social.greenroom.store.database;

import java.util.UUID;

/**
 * How to reach the database as one of its roles.
 *
 * @param jdbcUrl for example {@code jdbc:postgresql://127.0.0.1:5432/greenroom}
 * @param maxPool the most connections held at once
 */
public record DatabaseConfig(String jdbcUrl, String user, String password, int maxPool, Kind kind) {

  /** What a role is for; each has other rights in the database. */
  public enum Kind {
    /** The programs: names the tenant at the start of each transaction. */
    APP,
    /** The few questions that cross tenants. */
    LOOKUP,
    /** Makes and drops tenants' logins. */
    PROVISIONER,
    /** One tenant's Jobs: the tenant is the role's, and can't be chosen. */
    JOB,
    /** The pool: a Job that names its tenant at the start of each transaction. */
    POOL
  }

  public DatabaseConfig {
    if (maxPool < 1) {
      throw new IllegalArgumentException("The pool needs room for at least one connection.");
    }
  }

  public static DatabaseConfig app(String jdbcUrl, String password, int maxPool) {
    return new DatabaseConfig(jdbcUrl, "greenroom_app", password, maxPool, Kind.APP);
  }

  public static DatabaseConfig lookup(String jdbcUrl, String password, int maxPool) {
    return new DatabaseConfig(jdbcUrl, "greenroom_lookup", password, maxPool, Kind.LOOKUP);
  }

  public static DatabaseConfig provisioner(String jdbcUrl, String password) {
    return new DatabaseConfig(jdbcUrl, "greenroom_provisioner", password, 1, Kind.PROVISIONER);
  }

  public static DatabaseConfig pool(String jdbcUrl, String password, int maxPool) {
    return new DatabaseConfig(jdbcUrl, "greenroom_t_pool", password, maxPool, Kind.POOL);
  }

  /** A tenant's login, as {@code Provisioner} made it. */
  public static DatabaseConfig job(String jdbcUrl, String user, String password, int maxPool) {
    return new DatabaseConfig(jdbcUrl, user, password, maxPool, Kind.JOB);
  }

  /**
   * The tenant of a Job's login.
   *
   * @throws IllegalStateException for the other kinds
   */
  public UUID jobTenant() {
    if (kind != Kind.JOB) {
      throw new IllegalStateException("%s serves every tenant.".formatted(user));
    }
    return TenantLogin.tenantOf(user);
  }

  @Override
  public String toString() {
    return "DatabaseConfig[%s as %s]".formatted(jdbcUrl, user);
  }
}
