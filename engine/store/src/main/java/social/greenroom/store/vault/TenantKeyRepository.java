package social.greenroom.store.vault;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The wrapped data key of the session's tenant. Jobs can't read it. */
public final class TenantKeyRepository {
  private final UUID tenantId;
  private final Handle handle;

  public TenantKeyRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  Optional<byte[]> find() {
    return handle
        .createQuery("select wrapped from greenroom.tenant_key where tenant_id = :tenantId")
        .bind("tenantId", tenantId)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Locks it until the transaction ends. */
  Optional<byte[]> lock() {
    return handle
        .createQuery(
            "select wrapped from greenroom.tenant_key where tenant_id = :tenantId for update")
        .bind("tenantId", tenantId)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Keeps the key if there is none yet; of two that do so at once, one wins. */
  void offer(byte[] wrapped) {
    handle
        .createUpdate(
            """
            insert into greenroom.tenant_key (tenant_id, wrapped) values (:tenantId, :wrapped)
            on conflict (tenant_id) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("wrapped", wrapped)
        .execute();
  }

  void replace(byte[] wrapped) {
    handle
        .createUpdate(
            """
            update greenroom.tenant_key set wrapped = :wrapped, version = version + 1, updated_at = now()
            where tenant_id = :tenantId
            """)
        .bind("tenantId", tenantId)
        .bind("wrapped", wrapped)
        .execute();
  }
}
