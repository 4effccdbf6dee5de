package social.greenroom.store.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.core.series.Occurrence;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;

/** The times of series, and what was said at them. */
public final class OccurrenceRepository {
  private final UUID tenantId;
  private final Handle handle;

  public OccurrenceRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Writes down what is decided for a time; false when something was decided before. */
  public boolean decide(
      SeriesRow series,
      Occurrence occurrence,
      OccurrenceState state,
      String requestName,
      @Nullable String message) {
    return handle
            .createUpdate(
                """
                insert into greenroom.series_occurrence
                  (tenant_id, id, series_id, talent_id, local_time, at, state, request_name, message)
                values (:tenantId, :id, :seriesId, :talentId, :localTime, :at, :state, :requestName, :message)
                on conflict (tenant_id, series_id, local_time) do nothing
                """)
            .bind("tenantId", tenantId)
            .bind("id", Ids.next())
            .bind("seriesId", series.id())
            .bind("talentId", series.talentId())
            .bind("localTime", occurrence.local())
            .bind("at", occurrence.at())
            .bind("state", state.wireName())
            .bind("requestName", requestName)
            .bind("message", message)
            .execute()
        == 1;
  }

  /** A later word about a time; only what is wanted, or was requested, takes one. */
  public void settle(UUID id, OccurrenceState state, @Nullable String message) {
    handle
        .createUpdate(
            """
            update greenroom.series_occurrence set state = :state, message = coalesce(:message, message)
            where tenant_id = :tenantId and id = :id and state <> :state
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("state", state.wireName())
        .bind("message", message)
        .execute();
  }

  /** The series' times that were decided, the latest first. */
  public List<OccurrenceRow> of(UUID seriesId, int limit) {
    return handle
        .createQuery(
            """
            select * from greenroom.series_occurrence where tenant_id = :tenantId and series_id = :seriesId
            order by local_time desc limit :limit
            """)
        .bind("tenantId", tenantId)
        .bind("seriesId", seriesId)
        .bind("limit", limit)
        .mapTo(OccurrenceRow.class)
        .list();
  }

  /** Those whose time lies after that moment, or that still want their request. */
  public List<OccurrenceRow> open(UUID seriesId, Instant after) {
    return handle
        .createQuery(
            """
            select * from greenroom.series_occurrence
            where tenant_id = :tenantId and series_id = :seriesId and (at > :after or state = 'wanted')
            order by local_time
            """)
        .bind("tenantId", tenantId)
        .bind("seriesId", seriesId)
        .bind("after", after)
        .mapTo(OccurrenceRow.class)
        .list();
  }

  /** How many times stand in that state. */
  public int count(UUID seriesId, OccurrenceState state) {
    return handle
        .createQuery(
            """
            select count(*) from greenroom.series_occurrence
            where tenant_id = :tenantId and series_id = :seriesId and state = :state
            """)
        .bind("tenantId", tenantId)
        .bind("seriesId", seriesId)
        .bind("state", state.wireName())
        .mapTo(Integer.class)
        .one();
  }

  /** The time for which a request of that name is made. */
  public Optional<OccurrenceRow> ofRequest(String requestName) {
    return handle
        .createQuery(
            """
            select * from greenroom.series_occurrence
            where tenant_id = :tenantId and request_name = :requestName and state <> 'missed'
            order by created_at desc limit 1
            """)
        .bind("tenantId", tenantId)
        .bind("requestName", requestName)
        .mapTo(OccurrenceRow.class)
        .findOne();
  }

  /** The requests that were kept for the series' times. */
  public List<RequestRow> requests(UUID seriesId) {
    return handle
        .createQuery(
            """
            select r.* from greenroom.request r
            where r.tenant_id = :tenantId and r.source in ('recurrence', 'evergreen')
              and exists (select from greenroom.series_occurrence o
                where o.tenant_id = r.tenant_id and o.series_id = :seriesId and o.request_name = r.name
                  and o.talent_id = r.talent_id)
            order by r.created_at, r.id
            """)
        .bind("tenantId", tenantId)
        .bind("seriesId", seriesId)
        .mapTo(RequestRow.class)
        .list();
  }

  /**
   * What the series said so far, or is about to say, the latest first: its own posts, and the one
   * that it repeats. What was rejected or cancelled isn't among it.
   */
  public List<VariantRow> said(SeriesRow series, int limit) {
    var repeats = series.spec().repeats();
    return handle
        .createQuery(
            """
            select v.* from greenroom.variant v
            join greenroom.post p on p.tenant_id = v.tenant_id and p.id = v.post_id
            join greenroom.request r on r.tenant_id = p.tenant_id and r.id = p.request_id
            where v.tenant_id = :tenantId and v.talent_id = :talentId and v.state not in ('rejected', 'cancelled')
              and (r.name = :repeated or (r.source in ('recurrence', 'evergreen') and exists (
                select from greenroom.series_occurrence o
                where o.tenant_id = r.tenant_id and o.series_id = :seriesId and o.request_name = r.name)))
            order by coalesce(v.published_at, v.publish_at, v.created_at) desc, v.id limit :limit
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", series.talentId())
        .bind("seriesId", series.id())
        .bind("repeated", repeats == null ? null : repeats.request())
        .bind("limit", limit)
        .mapTo(VariantRow.class)
        .list();
  }
}
