package social.greenroom.store.vault;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The sealed credentials of the session's tenant. */
public final class CredentialRepository {
  private final UUID tenantId;
  private final Handle handle;

  public CredentialRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Keeps the account's credential, unless it is from the same source as the one that is there, and
   * for the same host.
   *
   * @param host where it may be sent; null where nobody said
   */
  public boolean put(
      UUID accountId, SealedSecret secret, @Nullable String source, @Nullable String host) {
    return handle
            .createUpdate(
                """
                insert into greenroom.credential as c (tenant_id, account_id, secret, source, host)
                values (:tenantId, :accountId, :secret, :source, :host)
                on conflict (tenant_id, account_id) do update
                  set secret = excluded.secret, source = excluded.source, host = excluded.host, version = c.version + 1,
                    updated_at = now()
                  where c.source is distinct from excluded.source or excluded.source is null
                    or c.host is distinct from excluded.host
                """)
            .bind("tenantId", tenantId)
            .bind("accountId", accountId)
            .bind("secret", secret.bytes())
            .bind("source", source)
            .bind("host", host)
            .execute()
        == 1;
  }

  /** Says where the credential that is there may be sent; "" for nowhere. */
  public void bind(UUID accountId, String host) {
    handle
        .createUpdate(
            """
            update greenroom.credential set host = :host, updated_at = now()
            where tenant_id = :tenantId and account_id = :accountId
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .bind("host", host)
        .execute();
  }

  public Optional<CredentialRow> find(UUID accountId) {
    return handle
        .createQuery(
            "select * from greenroom.credential where tenant_id = :tenantId and account_id = :accountId")
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .mapTo(CredentialRow.class)
        .findOne();
  }

  /** Those of these accounts, in no order. */
  public List<CredentialRow> of(Collection<UUID> accountIds) {
    return handle
        .createQuery(
            "select * from greenroom.credential where tenant_id = :tenantId and account_id = any(:accountIds)")
        .bind("tenantId", tenantId)
        .bindArray("accountIds", UUID.class, accountIds.toArray())
        .mapTo(CredentialRow.class)
        .list();
  }

  /**
   * Takes the right to renew the credential of that version; empty when somebody else has it, or it
   * was renewed meanwhile (read it again).
   */
  public Optional<CredentialRow> lease(
      UUID accountId, int version, String holder, Duration duration) {
    return handle
        .createQuery(
            """
            update greenroom.credential
            set lease_holder = :holder, lease_until = now() + make_interval(secs => :seconds)
            where tenant_id = :tenantId and account_id = :accountId and version = :version
              and (lease_until is null or lease_until < now() or lease_holder = :holder)
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .bind("version", version)
        .bind("holder", holder)
        .bind("seconds", duration.toMillis() / 1000.0)
        .mapTo(CredentialRow.class)
        .findOne();
  }

  /** Writes the renewed credential and ends the lease; false when lease or version is lost. */
  public boolean renew(UUID accountId, int version, String holder, SealedSecret secret) {
    return handle
            .createUpdate(
                """
                update greenroom.credential
                set secret = :secret, version = version + 1, lease_holder = null, lease_until = null, updated_at = now()
                where tenant_id = :tenantId and account_id = :accountId and version = :version
                  and lease_holder = :holder
                """)
            .bind("tenantId", tenantId)
            .bind("accountId", accountId)
            .bind("version", version)
            .bind("holder", holder)
            .bind("secret", secret.bytes())
            .execute()
        == 1;
  }

  /** Seals every credential anew; they are locked until the transaction ends. */
  void reseal(Sealing sealing) {
    var rows =
        handle
            .createQuery(
                "select * from greenroom.credential where tenant_id = :tenantId for update")
            .bind("tenantId", tenantId)
            .mapTo(CredentialRow.class)
            .list();
    for (var row : rows) {
      handle
          .createUpdate(
              """
              update greenroom.credential set secret = :secret
              where tenant_id = :tenantId and account_id = :accountId
              """)
          .bind("tenantId", tenantId)
          .bind("accountId", row.accountId())
          .bind("secret", sealing.reseal(row.accountId(), row.secret()).bytes())
          .execute();
    }
  }
}
