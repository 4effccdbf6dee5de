package social.greenroom.store.post;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.audit.AuditRepository;
import social.greenroom.store.audit.KeptVariant;

/**
 * Drafts that were written before their account's id at the network was known, and are blocked for
 * want of it. No approval can stand for them yet, so writing the id in voids none.
 */
public final class Addressing {
  private final UUID tenantId;
  private final Handle handle;

  public Addressing(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Writes the id into the account's drafts that lack one. What nothing else blocks goes on its
   * way; the others stay blocked for what is left. Returns how many were written.
   */
  public int address(UUID accountId, String remoteId) {
    var desk = new VariantDesk(tenantId, handle);
    int addressed = 0;
    for (var id : unaddressed(accountId)) {
      var before = desk.lock(id).filter(Addressing::lacksAccount);
      if (before.isPresent()) {
        address(desk, before.get(), remoteId);
        addressed++;
      }
    }
    return addressed;
  }

  private void address(VariantDesk desk, VariantRow before, String remoteId) {
    var operator = Actor.operator();
    var payload = CanonicalPayload.write(before.content().forAccount(remoteId));
    var left = left(before);
    var after =
        left.isEmpty()
            ? desk.edit(before.id(), before.version(), payload, operator.name())
                .current()
                .orElseThrow()
            : stillBlocked(before, payload, left, operator.name());
    new AuditRepository(tenantId, handle)
        .record(
            new AuditEntry(
                operator,
                "variant.addressed",
                "The account is connected now, and the draft is meant for it.",
                "variant",
                after.id(),
                after.talentId(),
                KeptVariant.of(before),
                KeptVariant.of(after),
                null));
  }

  private VariantRow stillBlocked(VariantRow before, String payload, String left, String by) {
    return handle
        .createQuery(
            """
            update greenroom.variant set payload = :payload, blocked_reason = :left, changed_by = :by
            where tenant_id = :tenantId and id = :id returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", before.id())
        .bind("payload", payload)
        .bind("left", left)
        .bind("by", by)
        .mapTo(VariantRow.class)
        .one();
  }

  private Iterable<UUID> unaddressed(UUID accountId) {
    return handle
        .createQuery(
            """
            select id from greenroom.variant
            where tenant_id = :tenantId and account_id = :accountId and state = 'blocked'
              and payload::jsonb ->> 'account' = ''
            order by id
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .mapTo(UUID.class)
        .list();
  }

  private static boolean lacksAccount(VariantRow row) {
    return row.blockedReason() != null && row.content().accountRemoteId().isEmpty();
  }

  /** What blocks it besides. */
  private static String left(VariantRow row) {
    var reason = row.blockedReason();
    return reason == null ? "" : reason.replace(PayloadCheck.NOT_CONNECTED, "").strip();
  }
}
