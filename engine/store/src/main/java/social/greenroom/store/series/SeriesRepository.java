package social.greenroom.store.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Document;

/** The series of the session's tenant. */
public final class SeriesRepository {
  private final UUID tenantId;
  private final Handle handle;

  public SeriesRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Makes the series, or changes it to what is declared now; a removed one comes back with its
   * history. Times that passed before the change count for nothing. The database refuses another
   * talent or kind.
   */
  public SeriesRow upsert(UUID talentId, String name, SeriesSpec spec) {
    return handle
        .createQuery(
            """
            insert into greenroom.series (tenant_id, id, talent_id, name, kind, spec)
            values (:tenantId, :id, :talentId, :name, :kind, cast(:spec as jsonb))
            on conflict (tenant_id, name) do update set
              talent_id = excluded.talent_id, kind = excluded.kind, spec = excluded.spec, decided_until = now(),
              removed_at = null
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", talentId)
        .bind("name", name)
        .bind("kind", spec.kind().wireName())
        .bind("spec", Document.write(spec))
        .mapTo(SeriesRow.class)
        .one();
  }

  public Optional<SeriesRow> byName(String name) {
    return handle
        .createQuery("select * from greenroom.series where tenant_id = :tenantId and name = :name")
        .bind("tenantId", tenantId)
        .bind("name", name)
        .mapTo(SeriesRow.class)
        .findOne();
  }

  public Optional<SeriesRow> find(UUID id) {
    return handle
        .createQuery("select * from greenroom.series where tenant_id = :tenantId and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(SeriesRow.class)
        .findOne();
  }

  /** Locks the series until the transaction ends, and reads it as it is now. */
  public SeriesRow lock(UUID id) {
    return handle
        .createQuery(
            "select * from greenroom.series where tenant_id = :tenantId and id = :id for no key update")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(SeriesRow.class)
        .one();
  }

  /** Those that aren't removed, the next time first; null for every talent's. */
  public List<SeriesRow> list(@Nullable UUID talentId) {
    return handle
        .createQuery(
            """
            select * from greenroom.series
            where tenant_id = :tenantId and removed_at is null
              and (cast(:talentId as uuid) is null or talent_id = :talentId)
            order by next_at nulls last, name
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(SeriesRow.class)
        .list();
  }

  /** When an evergreen post went out first; written once. */
  public void anchor(UUID id, LocalDateTime anchor) {
    handle
        .createUpdate(
            """
            update greenroom.series set anchor = :anchor
            where tenant_id = :tenantId and id = :id and anchor is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("anchor", anchor)
        .execute();
  }

  /** What lies before that moment is decided. */
  public void decided(UUID id, Instant until) {
    handle
        .createUpdate(
            """
            update greenroom.series set decided_until = :until
            where tenant_id = :tenantId and id = :id and decided_until < :until
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("until", until)
        .execute();
  }

  /** The next time as people see it; writes only what is new. */
  public void next(UUID id, @Nullable Instant at, String reason) {
    handle
        .createUpdate(
            """
            update greenroom.series set next_at = :at, reason = :reason
            where tenant_id = :tenantId and id = :id
              and (next_at is distinct from :at or reason is distinct from :reason)
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("at", at)
        .bind("reason", reason)
        .execute();
  }

  /** Over before its time, for good; false when it was already. */
  public boolean end(UUID id, String reason) {
    return handle
            .createUpdate(
                """
                update greenroom.series set ended_at = now(), end_reason = :reason
                where tenant_id = :tenantId and id = :id and ended_at is null
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("reason", reason)
            .execute()
        == 1;
  }

  /** Nothing new is drafted until it goes on; false when it is paused already. */
  public boolean pause(UUID id, String by, @Nullable UUID user) {
    return handle
            .createUpdate(
                """
                update greenroom.series set paused_at = now(), paused_by = :by, paused_by_user = :user
                where tenant_id = :tenantId and id = :id and paused_at is null and removed_at is null
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("by", by)
            .bind("user", user)
            .execute()
        == 1;
  }

  /** What passed in the pause counts for nothing; false when it isn't paused. */
  public boolean resume(UUID id) {
    return handle
            .createUpdate(
                """
                update greenroom.series
                set paused_at = null, paused_by = null, paused_by_user = null,
                  decided_until = greatest(decided_until, now())
                where tenant_id = :tenantId and id = :id and paused_at is not null
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .execute()
        == 1;
  }

  public void remove(UUID id) {
    handle
        .createUpdate(
            """
            update greenroom.series set removed_at = now(), next_at = null, reason = null
            where tenant_id = :tenantId and id = :id and removed_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .execute();
  }
}
