package social.greenroom.store.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Cursor;
import social.greenroom.store.database.Document;
import social.greenroom.store.database.Page;

/** The requests of the session's tenant, remembered for ever. */
public final class RequestRepository {
  private final UUID tenantId;
  private final Handle handle;

  public RequestRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Writes the request down, or finds it: one with the same namespace, name and spec hash is the
   * same request, also after its resource is gone. One that came by {@link IntakeRepository} keeps
   * the id it was acknowledged with.
   */
  public Remembered remember(NewRequest request) {
    var made =
        handle
            .createQuery(
                """
                insert into greenroom.request
                  (tenant_id, id, talent_id, namespace, name, spec_hash, resource_uid, source, prompt, link, post_kinds,
                   schedule_hint, not_after, attachments)
                values (:tenantId,
                  coalesce((select i.id from greenroom.intake i
                    where i.tenant_id = :tenantId and i.request_name = :name and i.talent_id = :talentId
                      and not exists (
                        select from greenroom.request r where r.tenant_id = i.tenant_id and r.id = i.id)), :id),
                  :talentId, :namespace, :name, :specHash, :resourceUid, :source, :prompt, :link, cast(:postKinds as jsonb),
                  :scheduleHint, :notAfter, cast(:attachments as jsonb))
                on conflict (tenant_id, namespace, name, spec_hash) do nothing
                returning *
                """)
            .bind("tenantId", tenantId)
            .bind("id", Ids.next())
            .bind("talentId", request.talentId())
            .bind("namespace", request.namespace())
            .bind("name", request.name())
            .bind("specHash", request.specHash())
            .bind("resourceUid", request.resourceUid())
            .bind("source", request.source().wireName())
            .bind("prompt", request.prompt())
            .bind("link", request.link())
            .bind("postKinds", Document.write(request.postKinds()))
            .bind("scheduleHint", request.scheduleHint())
            .bind("notAfter", request.notAfter())
            .bind("attachments", Document.write(request.attachments()))
            .mapTo(RequestRow.class)
            .findOne();
    if (made.isPresent()) {
      nameAccounts(made.get(), request.accountIds());
      settleIntake(request.name());
      return new Remembered(made.get(), true);
    }
    var known =
        byIdentity(request.namespace(), request.name(), request.specHash())
            .orElseThrow(() -> new IllegalStateException("The request was there a moment ago."));
    return new Remembered(known, false);
  }

  private void nameAccounts(RequestRow request, List<UUID> accountIds) {
    if (accountIds.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into greenroom.request_account (tenant_id, request_id, talent_id, account_id)
            values (:tenantId, :requestId, :talentId, :accountId) on conflict do nothing
            """);
    for (var accountId : accountIds) {
      batch
          .bind("tenantId", tenantId)
          .bind("requestId", request.id())
          .bind("talentId", request.talentId())
          .bind("accountId", accountId)
          .add();
    }
    batch.execute();
  }

  private void settleIntake(String requestName) {
    handle
        .createUpdate(
            """
            update greenroom.intake
            set state = 'requested', message = null, settled_at = coalesce(settled_at, now())
            where tenant_id = :tenantId and request_name = :name
              and (state <> 'requested' or message is not null)
            """)
        .bind("tenantId", tenantId)
        .bind("name", requestName)
        .execute();
  }

  public Optional<RequestRow> find(UUID id) {
    return handle
        .createQuery("select * from greenroom.request where tenant_id = :tenantId and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(RequestRow.class)
        .findOne();
  }

  /** Locks the request until the transaction ends, and reads it as it is now. */
  public Optional<RequestRow> lock(UUID id) {
    return handle
        .createQuery(
            """
            select * from greenroom.request where tenant_id = :tenantId and id = :id for no key update
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(RequestRow.class)
        .findOne();
  }

  public Optional<RequestRow> byIdentity(String namespace, String name, String specHash) {
    return handle
        .createQuery(
            """
            select * from greenroom.request
            where tenant_id = :tenantId and namespace = :namespace and name = :name and spec_hash = :specHash
            """)
        .bind("tenantId", tenantId)
        .bind("namespace", namespace)
        .bind("name", name)
        .bind("specHash", specHash)
        .mapTo(RequestRow.class)
        .findOne();
  }

  /** Those of the name in the namespace, whatever they ask for, the latest first. */
  public List<RequestRow> named(String namespace, String name) {
    return handle
        .createQuery(
            """
            select * from greenroom.request
            where tenant_id = :tenantId and namespace = :namespace and name = :name
            order by created_at desc, id desc
            """)
        .bind("tenantId", tenantId)
        .bind("namespace", namespace)
        .bind("name", name)
        .mapTo(RequestRow.class)
        .list();
  }

  /** The accounts it names; empty for all of the talent's. */
  public List<UUID> accountsOf(UUID requestId) {
    return handle
        .createQuery(
            """
            select account_id from greenroom.request_account
            where tenant_id = :tenantId and request_id = :id order by account_id
            """)
        .bind("tenantId", tenantId)
        .bind("id", requestId)
        .mapTo(UUID.class)
        .list();
  }

  /** Those that are neither complete nor failed, oldest first. */
  public List<RequestRow> open() {
    return handle
        .createQuery(
            """
            select * from greenroom.request
            where tenant_id = :tenantId and stage not in ('complete', 'failed') order by created_at, id
            """)
        .bind("tenantId", tenantId)
        .mapTo(RequestRow.class)
        .list();
  }

  /** Sets the stage; one that has ended stays as it ended (then false). */
  public boolean advance(UUID id, Stage stage, @Nullable String message) {
    return handle
            .createUpdate(
                """
                update greenroom.request set stage = :stage, message = :message
                where tenant_id = :tenantId and id = :id and stage not in ('complete', 'failed')
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("stage", stage.wireName())
            .bind("message", message)
            .execute()
        == 1;
  }

  /** What was asked for, newest first, with what was handed in and has no resource yet. */
  public Page<RequestSummary> list(@Nullable UUID talentId, @Nullable String cursor, int limit) {
    var from = Cursor.decode(cursor);
    var rows =
        handle
            .createQuery(RequestSummaries.LIST)
            .bind("tenantId", tenantId)
            .bind("talentId", talentId)
            .bind("fromAt", from == null ? null : from.second())
            .bind("fromId", from == null ? null : from.id())
            .bind("limit", limit + 1)
            .map(RequestSummaries::read)
            .list();
    return Page.of(rows, limit, row -> new Cursor(null, row.createdAt(), row.id()));
  }

  /** One of the list, by the id it was acknowledged with. */
  public Optional<RequestSummary> summary(UUID id) {
    return handle
        .createQuery(RequestSummaries.ONE)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .map(RequestSummaries::read)
        .findOne();
  }
}
