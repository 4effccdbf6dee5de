package social.greenroom.store.post;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;

/** The posts of the session's tenant. */
public final class PostRepository {
  private static final String SELECT =
      """
      select p.*, r.name as request_name, r.not_after, s.id as series_id, s.name as series_name
      from greenroom.post p
      left join greenroom.request r on r.tenant_id = p.tenant_id and r.id = p.request_id
      left join lateral (
        select x.id, x.name from greenroom.series_occurrence o
        join greenroom.series x on x.tenant_id = o.tenant_id and x.id = o.series_id
        where o.tenant_id = r.tenant_id and o.request_name = r.name and o.talent_id = r.talent_id
          and r.source in ('recurrence', 'evergreen')
        limit 1) s on true
      where p.tenant_id = :tenantId
      """;
  private final UUID tenantId;
  private final Handle handle;

  public PostRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Writes the post; a request has one post, so a Job that starts over finds the first. */
  public PostRow put(NewPost post) {
    var id = Ids.next();
    handle
        .createUpdate(
            """
            insert into greenroom.post (tenant_id, id, talent_id, request_id, origin, title, idea)
            values (:tenantId, :id, :talentId, :requestId, :origin, :title, :idea)
            on conflict (tenant_id, request_id) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("talentId", post.talentId())
        .bind("requestId", post.requestId())
        .bind("origin", post.origin().wireName())
        .bind("title", post.title())
        .bind("idea", post.idea())
        .execute();
    var written = post.requestId() == null ? find(id) : ofRequest(post.requestId());
    return written.orElseThrow(() -> new IllegalStateException("The post was just written."));
  }

  public Optional<PostRow> find(UUID id) {
    return handle
        .createQuery(SELECT + " and p.id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(PostRow.class)
        .findOne();
  }

  public Optional<PostRow> ofRequest(UUID requestId) {
    return handle
        .createQuery(SELECT + " and p.request_id = :requestId")
        .bind("tenantId", tenantId)
        .bind("requestId", requestId)
        .mapTo(PostRow.class)
        .findOne();
  }

  /** Those with these ids, in no order. */
  public List<PostRow> byIds(Collection<UUID> ids) {
    return handle
        .createQuery(SELECT + " and p.id = any(:ids)")
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, ids.toArray())
        .mapTo(PostRow.class)
        .list();
  }
}
