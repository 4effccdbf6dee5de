package social.greenroom.store.post;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRepository;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.audit.AuditRepository;
import social.greenroom.store.audit.KeptVariant;
import social.greenroom.store.request.RequestRepository;
import social.greenroom.store.request.Stage;

/** Calling off what isn't on its way yet when the resource it belongs to is deleted. */
public final class Cancelling {
  private final UUID tenantId;
  private final Handle handle;

  public Cancelling(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Cancels everything of the talent, or of the account; null means any. Each is in the audit as
   * the operator's act. Requests of the talent that are under way end with the reason, so that
   * nothing is drafted for who is gone. Returns how many posts.
   */
  public int all(@Nullable UUID talentId, @Nullable UUID accountId, String reason) {
    // A Job that drafts for them holds the accounts; what it is about to commit is cancelled too.
    handle
        .createQuery(
            """
            select id from greenroom.account
            where tenant_id = :tenantId
              and (cast(:talentId as uuid) is null or talent_id = :talentId)
              and (cast(:accountId as uuid) is null or id = :accountId)
            order by id for no key update
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("accountId", accountId)
        .mapTo(UUID.class)
        .list();
    if (accountId == null) {
      endRequests(talentId, reason);
    }
    return each(
        handle
            .createQuery(
                """
                select id from greenroom.variant
                where tenant_id = :tenantId
                  and state in ('draft', 'blocked', 'awaiting_approval', 'approved', 'queued')
                  and (cast(:talentId as uuid) is null or talent_id = :talentId)
                  and (cast(:accountId as uuid) is null or account_id = :accountId)
                order by id
                """)
            .bind("tenantId", tenantId)
            .bind("talentId", talentId)
            .bind("accountId", accountId)
            .mapTo(UUID.class)
            .list(),
        reason);
  }

  /** Cancels every variant of the request in the same way; returns how many. */
  public int ofRequest(UUID requestId, String reason) {
    return each(
        new VariantRepository(tenantId, handle)
            .ofRequest(requestId).stream().map(VariantRow::id).sorted().toList(),
        reason);
  }

  private void endRequests(@Nullable UUID talentId, String reason) {
    var requests = new RequestRepository(tenantId, handle);
    requests.open().stream()
        .filter(request -> talentId == null || request.talentId().equals(talentId))
        .forEach(request -> requests.advance(request.id(), Stage.FAILED, reason));
  }

  private int each(List<UUID> variants, String reason) {
    var desk = new VariantDesk(tenantId, handle);
    var audit = new AuditRepository(tenantId, handle);
    var accounts = new HashMap<UUID, String>();
    var operator = Actor.operator();
    int cancelled = 0;
    for (var id : variants) {
      // Locked first: what it was is then what the audit says it was.
      var before = desk.lock(id).filter(row -> row.state().canBecome(VariantState.CANCELLED));
      var after = before.flatMap(row -> desk.cancel(id, reason, operator.name()).current());
      if (before.isPresent() && after.isPresent()) {
        var account = accounts.computeIfAbsent(after.get().accountId(), this::account);
        audit.record(
            new AuditEntry(
                operator,
                "variant.cancelled",
                "The post for %s was cancelled: %s".formatted(account, reason),
                "variant",
                id,
                after.get().talentId(),
                KeptVariant.of(before.get()),
                KeptVariant.of(after.get()),
                null));
        cancelled++;
      }
    }
    return cancelled;
  }

  private String account(UUID id) {
    return new AccountRepository(tenantId, handle)
        .find(id)
        .map(row -> "%s (%s)".formatted(row.platform().displayName(), row.handle()))
        .orElse("an account");
  }
}
