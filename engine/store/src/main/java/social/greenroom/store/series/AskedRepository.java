package social.greenroom.store.series;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Document;

/** The series that people asked for in the page or over REST. */
public final class AskedRepository {
  private final UUID tenantId;
  private final Handle handle;

  public AskedRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Takes it in; asked for again under the same key it is the same, whatever it says now. */
  public AskedRow accept(NewSeries asked) {
    handle
        .createQuery(
            """
            insert into greenroom.series_asked (tenant_id, series_id, talent_id, idempotency_key, spec, created_by)
            values (:tenantId, :id, :talentId, :key, cast(:spec as jsonb), :createdBy)
            on conflict (tenant_id, idempotency_key) do nothing
            returning series_id
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", asked.talentId())
        .bind("key", asked.idempotencyKey())
        .bind("spec", Document.write(asked.spec()))
        .bind("createdBy", asked.createdBy())
        .mapTo(UUID.class)
        .findOne()
        .ifPresent(id -> make(id, asked));
    return handle
        .createQuery(
            """
            select * from greenroom.series_asked where tenant_id = :tenantId and idempotency_key = :key
            """)
        .bind("tenantId", tenantId)
        .bind("key", asked.idempotencyKey())
        .mapTo(AskedRow.class)
        .one();
  }

  private void make(UUID id, NewSeries asked) {
    var kept = asked.spec().kept();
    handle
        .createUpdate(
            """
            insert into greenroom.series (tenant_id, id, talent_id, name, kind, spec)
            values (:tenantId, :id, :talentId, :name, :kind, cast(:spec as jsonb))
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("talentId", asked.talentId())
        .bind("name", asked.name())
        .bind("kind", kept.kind().wireName())
        .bind("spec", Document.write(kept))
        .execute();
  }

  public Optional<AskedRow> find(UUID seriesId) {
    return handle
        .createQuery(
            "select * from greenroom.series_asked where tenant_id = :tenantId and series_id = :id")
        .bind("tenantId", tenantId)
        .bind("id", seriesId)
        .mapTo(AskedRow.class)
        .findOne();
  }

  /** Those whose series isn't removed; null for every talent's. */
  public List<AskedRow> list(@Nullable UUID talentId) {
    return handle
        .createQuery(
            """
            select a.* from greenroom.series_asked a
            join greenroom.series s on s.tenant_id = a.tenant_id and s.id = a.series_id
            where a.tenant_id = :tenantId and s.removed_at is null
              and (cast(:talentId as uuid) is null or a.talent_id = :talentId)
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(AskedRow.class)
        .list();
  }

  /** Changes what is asked; false when somebody changed it since that version, or ends it. */
  public boolean change(UUID seriesId, int version, SeriesAsked spec) {
    return handle
            .createUpdate(
                """
                update greenroom.series_asked
                set spec = cast(:spec as jsonb), version = version + 1, state = 'waiting', due_at = now(), message = null
                where tenant_id = :tenantId and series_id = :id and version = :version and ends_at is null
                  and state <> 'ended'
                """)
            .bind("tenantId", tenantId)
            .bind("id", seriesId)
            .bind("version", version)
            .bind("spec", Document.write(spec))
            .execute()
        == 1;
  }

  /** Ends it once that long has passed; false when it is ending already. */
  public boolean end(UUID seriesId, String by, Duration in) {
    return handle
            .createUpdate(
                """
                update greenroom.series_asked
                set ends_at = now() + make_interval(secs => :seconds), due_at = now() + make_interval(secs => :seconds),
                  ended_by = :by, state = 'waiting'
                where tenant_id = :tenantId and series_id = :id and ends_at is null and state <> 'ended'
                """)
            .bind("tenantId", tenantId)
            .bind("id", seriesId)
            .bind("by", by)
            .bind("seconds", in.toMillis() / 1000.0)
            .execute()
        == 1;
  }

  /** Takes its end back; false when that is too late, or it wasn't ending. */
  public boolean goOn(UUID seriesId) {
    return handle
            .createUpdate(
                """
                update greenroom.series_asked
                set ends_at = null, ended_by = null, state = 'waiting', due_at = now()
                where tenant_id = :tenantId and series_id = :id and ends_at > now() and state = 'waiting'
                """)
            .bind("tenantId", tenantId)
            .bind("id", seriesId)
            .execute()
        == 1;
  }

  /** Its PostSeries says what was asked in that version. */
  public void declared(UUID seriesId, int version) {
    settle(seriesId, version, AskedState.DECLARED, null);
  }

  /** That version can't be declared; the sentence is shown to who asked. */
  public void refuse(UUID seriesId, int version, String sentence) {
    settle(seriesId, version, AskedState.REFUSED, sentence);
  }

  private void settle(UUID seriesId, int version, AskedState state, @Nullable String message) {
    handle
        .createUpdate(
            """
            update greenroom.series_asked set state = :state, message = :message
            where tenant_id = :tenantId and series_id = :id and version = :version and state = 'waiting'
              and ends_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", seriesId)
        .bind("version", version)
        .bind("state", state.wireName())
        .bind("message", message)
        .execute();
  }

  /** Its PostSeries says something else than was asked, and is declared anew. */
  public void declareAgain(UUID seriesId) {
    handle
        .createUpdate(
            """
            update greenroom.series_asked set state = 'waiting', due_at = now()
            where tenant_id = :tenantId and series_id = :id and state = 'declared'
            """)
        .bind("tenantId", tenantId)
        .bind("id", seriesId)
        .execute();
  }

  /** There is no PostSeries any more: the end was asked for, or it was deleted. */
  public void ended(UUID seriesId) {
    handle
        .createUpdate(
            """
            update greenroom.series_asked set state = 'ended'
            where tenant_id = :tenantId and series_id = :id and state <> 'ended'
            """)
        .bind("tenantId", tenantId)
        .bind("id", seriesId)
        .execute();
  }
}
