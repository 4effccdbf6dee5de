package social.greenroom.store.stop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import social.greenroom.core.id.Ids;
import social.greenroom.store.account.AccountRow;

/** The accesses that panics of the session's tenant give back. */
public final class RevocationRepository {
  private final UUID tenantId;
  private final Handle handle;

  public RevocationRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Plans to give back the access to these accounts, after a while in which it can be undone. */
  public void plan(UUID stopId, List<AccountRow> accounts, Duration grace) {
    for (var account : accounts) {
      bound(
              handle.createUpdate(
                  """
                  insert into greenroom.revocation (tenant_id, id, stop_id, account_id, due_at)
                  values (:tenantId, :id, :stopId, :accountId, now() + make_interval(secs => :seconds))
                  """))
          .bind("id", Ids.next())
          .bind("stopId", stopId)
          .bind("accountId", account.id())
          .bind("seconds", grace.toMillis() / 1000.0)
          .execute();
    }
  }

  /** The stop was lifted: what wasn't given back yet is kept. */
  public void cancel(UUID stopId) {
    bound(
            handle.createUpdate(
                """
                update greenroom.revocation set state = 'cancelled'
                where tenant_id = :tenantId and stop_id = :stopId and state = 'due'
                """))
        .bind("stopId", stopId)
        .execute();
  }

  public List<RevocationRow> of(UUID stopId) {
    return bound(
            handle.createQuery(
                """
                select * from greenroom.revocation where tenant_id = :tenantId and stop_id = :stopId
                order by account_id
                """))
        .bind("stopId", stopId)
        .mapTo(RevocationRow.class)
        .list();
  }

  /** Those of the account that are due now, and whose stop is still in force. */
  public List<RevocationRow> due(UUID accountId) {
    return bound(
            handle.createQuery(
                """
                select r.* from greenroom.revocation r
                join greenroom.stop s on s.tenant_id = r.tenant_id and s.id = r.stop_id
                where r.tenant_id = :tenantId and r.account_id = :accountId and r.state = 'due'
                  and r.due_at <= now() and s.lifted_at is null
                order by r.created_at, r.id
                """))
        .bind("accountId", accountId)
        .mapTo(RevocationRow.class)
        .list();
  }

  /** It was given back, or can't be. False when somebody else settled it. */
  public boolean settle(UUID id, boolean done, String detail) {
    return bound(
                handle.createUpdate(
                    """
                    update greenroom.revocation set state = :state, detail = :detail, tries = tries + 1
                    where tenant_id = :tenantId and id = :id and state = 'due'
                    """))
            .bind("id", id)
            .bind("state", done ? "done" : "impossible")
            .bind("detail", detail)
            .execute()
        == 1;
  }

  /** It didn't work now, and is tried again. */
  public void later(UUID id, Instant dueAt, String detail) {
    bound(
            handle.createUpdate(
                """
                update greenroom.revocation set due_at = :dueAt, detail = :detail, tries = tries + 1
                where tenant_id = :tenantId and id = :id and state = 'due'
                """))
        .bind("id", id)
        .bind("dueAt", dueAt)
        .bind("detail", detail)
        .execute();
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    return statement.bind("tenantId", tenantId);
  }
}
