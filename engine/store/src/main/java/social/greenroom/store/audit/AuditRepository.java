package social.greenroom.store.audit;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Cursor;
import social.greenroom.store.database.Document;
import social.greenroom.store.database.Page;

/** The append-only record of the session's tenant. */
public final class AuditRepository {
  private final UUID tenantId;
  private final Handle handle;

  public AuditRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  public void record(AuditEntry entry) {
    handle
        .createUpdate(
            """
            insert into greenroom.audit
              (tenant_id, id, actor_kind, actor_name, act, sentence, subject_kind, subject_id, talent_id, before, after,
               origin)
            values (:tenantId, :id, :actorKind, :actorName, :act, :sentence, :subjectKind, :subjectId, :talentId,
              cast(:before as jsonb), cast(:after as jsonb), :origin)
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("actorKind", entry.actor().kind().wireName())
        .bind("actorName", entry.actor().name())
        .bind("act", entry.act())
        .bind("sentence", entry.sentence())
        .bind("subjectKind", entry.subjectKind())
        .bind("subjectId", entry.subjectId())
        .bind("talentId", entry.talentId())
        .bind("before", Document.write(entry.before()))
        .bind("after", Document.write(entry.after()))
        .bind("origin", entry.origin())
        .execute();
  }

  /**
   * What happened, newest first; of one talent or (null) of all, of one subject or (null) of all.
   */
  public Page<AuditRow> list(
      @Nullable UUID talentId, @Nullable UUID subjectId, @Nullable String cursor, int limit) {
    var from = Cursor.decode(cursor);
    var rows =
        handle
            .createQuery(
                """
                select * from greenroom.audit
                where tenant_id = :tenantId
                  and (cast(:talentId as uuid) is null or talent_id = :talentId)
                  and (cast(:subjectId as uuid) is null or subject_id = :subjectId)
                  and (cast(:fromId as uuid) is null
                    or (at, id) < (cast(:fromAt as timestamptz), cast(:fromId as uuid)))
                order by at desc, id desc limit :limit
                """)
            .bind("tenantId", tenantId)
            .bind("talentId", talentId)
            .bind("subjectId", subjectId)
            .bind("fromAt", from == null ? null : from.second())
            .bind("fromId", from == null ? null : from.id())
            .bind("limit", limit + 1)
            .mapTo(AuditRow.class)
            .list();
    return Page.of(rows, limit, row -> new Cursor(null, row.at(), row.id()));
  }
}
