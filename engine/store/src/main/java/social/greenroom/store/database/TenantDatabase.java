package social.greenroom.store.database;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Transactions which see one tenant's rows and no others. */
public final class TenantDatabase {
  /**
   * Shorter than PostgreSQL's deadlock_timeout, of a second: a rehearsal that stands in another's
   * way gives way before PostgreSQL has to end one of the two.
   */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final Jdbi jdbi;
  private final @Nullable UUID only;
  private final boolean named;

  TenantDatabase(Jdbi jdbi, @Nullable UUID only) {
    this(jdbi, only, true);
  }

  private TenantDatabase(Jdbi jdbi, @Nullable UUID only, boolean named) {
    this.jdbi = jdbi;
    this.only = only;
    this.named = named;
  }

  /** The tenant is the login's own: no transaction has to name it. */
  static TenantDatabase ofLogin(Jdbi jdbi, UUID tenantId) {
    return new TenantDatabase(jdbi, tenantId, false);
  }

  /** The same connections, for this tenant and no other. */
  public TenantDatabase of(UUID tenantId) {
    if (only != null && !only.equals(tenantId)) {
      throw new IllegalArgumentException(
          "This connection is tenant %s's and can't work for %s.".formatted(only, tenantId));
    }
    return new TenantDatabase(jdbi, tenantId, named);
  }

  /**
   * Runs the work in one transaction; what it throws undoes everything.
   *
   * @throws RuleViolationException when a rule of the domain, kept by the database, refused a write
   * @throws DatabaseUnavailableException when the database can't be reached
   * @throws IllegalArgumentException on a Job's connection, for another tenant than its own
   */
  public <T extends @Nullable Object, X extends Exception> T in(
      UUID tenantId, TenantWork<T, X> work) throws X {
    return in(tenantId, Durability.KEPT, work);
  }

  /**
   * As {@link #in}, for writes that are derived from elsewhere and will be derived again: the
   * commit isn't waited for. Should the database server crash, the last moment of them may be lost,
   * though never a part of one, nor one that a later kept write builds on.
   */
  public <T extends @Nullable Object, X extends Exception> T inDerived(
      UUID tenantId, TenantWork<T, X> work) throws X {
    return in(tenantId, Durability.DERIVED, work);
  }

  private <T extends @Nullable Object, X extends Exception> T in(
      UUID tenantId, Durability durability, TenantWork<T, X> work) throws X {
    if (only != null && !only.equals(tenantId)) {
      throw new IllegalArgumentException(
          "This connection is tenant %s's and can't work for %s.".formatted(only, tenantId));
    }
    try {
      return jdbi.<T, X>inTransaction(
          handle -> {
            if (named) {
              handle
                  .createQuery(durability.begin)
                  .bind("tenant", tenantId.toString())
                  .mapTo(String.class)
                  .one();
            }
            return work.in(new TenantSession(tenantId, handle));
          });
    } catch (JdbiException e) {
      throw Refusals.translate(e);
    }
  }

  /**
   * As {@link #in}, and everything the work wrote is undone again: what would come of it? It waits
   * half a second at most for rows that others hold.
   *
   * @throws RowsHeldException when they stay held
   * @throws DatabaseUnavailableException when the database can't be reached
   */
  public <T> T rehearse(UUID tenantId, TenantWork<T, RuntimeException> work) {
    var result = new AtomicReference<@Nullable T>();
    try {
      this.<Boolean, RuntimeException>in(
          tenantId,
          session -> {
            session.waitAtMost(LONGEST_WAIT);
            result.set(work.in(session));
            throw new Rehearsed();
          });
    } catch (Rehearsed undone) {
      return Objects.requireNonNull(result.get());
    }
    throw new IllegalStateException("A rehearsal was kept.");
  }

  /** Undoes the transaction. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rehearsed() {
      super("undone", null, false, false);
    }
  }

  /** As {@link #in}, for work without a result. */
  public <X extends Exception> void run(UUID tenantId, TenantAct<X> act) throws X {
    this.<Boolean, X>in(
        tenantId,
        session -> {
          act.in(session);
          return true;
        });
  }

  /**
   * The tenant a Job's connection belongs to, or the one it was bound to.
   *
   * @throws IllegalStateException on a connection that serves every tenant
   */
  public UUID own() {
    if (only == null) {
      throw new IllegalStateException("This connection serves every tenant: name one.");
    }
    return only;
  }

  private enum Durability {
    KEPT("select set_config('greenroom.tenant', :tenant, true)"),
    DERIVED(
        "select set_config('greenroom.tenant', :tenant, true), set_config('synchronous_commit', 'off', true)");

    private final String begin;

    Durability(String begin) {
      this.begin = begin;
    }
  }
}
