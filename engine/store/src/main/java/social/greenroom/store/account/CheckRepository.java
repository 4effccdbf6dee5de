package social.greenroom.store.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which of the session's tenant's accounts a Job is to look at. */
public final class CheckRepository {
  private final UUID tenantId;
  private final Handle handle;

  public CheckRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** The account is to be looked at; where that was known already, nothing changes. */
  public void want(UUID accountId) {
    want(accountId, "nothing");
  }

  /** It is to be looked at from now on, also when a Job is looking at it already. */
  public void wantAnew(UUID accountId) {
    want(accountId, "update set wanted_at = excluded.wanted_at");
  }

  private void want(UUID accountId, String known) {
    handle
        .createUpdate(
            """
            insert into greenroom.account_check (tenant_id, account_id) values (:tenantId, :accountId)
            on conflict (tenant_id, account_id) do\s"""
                + known)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .execute();
  }

  /** Those to be looked at, longest first, but for those. */
  public List<WantedCheck> wanted(Collection<UUID> but, int limit) {
    return handle
        .createQuery(
            """
            select account_id, wanted_at from greenroom.account_check
            where tenant_id = :tenantId and account_id <> all(:but)
            order by wanted_at, account_id limit :limit
            """)
        .bind("tenantId", tenantId)
        .bindArray("but", UUID.class, but.toArray())
        .bind("limit", limit)
        .mapTo(WantedCheck.class)
        .list();
  }

  /** It was looked at; one that is wanted anew since then stays. */
  public void done(WantedCheck check) {
    handle
        .createUpdate(
            """
            delete from greenroom.account_check
            where tenant_id = :tenantId and account_id = :accountId and wanted_at = :wantedAt
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", check.accountId())
        .bind("wantedAt", check.wantedAt())
        .execute();
  }
}
