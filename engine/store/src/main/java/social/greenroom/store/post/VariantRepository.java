package social.greenroom.store.post;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Cursor;
import social.greenroom.store.database.Page;

/** The variants of the session's tenant: reading them, and drafting them. */
public final class VariantRepository {
  private static final String NO_PICTURE =
      "Its picture wasn't made, because the rendering failed; remove the picture, or ask for the post again.";

  private static final String SELECT =
      "select * from greenroom.variant where tenant_id = :tenantId";
  private static final String OF_FILTER =
      """
       and (cast(:anyState as boolean) or state = any(:states))
       and (cast(:talentId as uuid) is null or talent_id = :talentId)
       and (cast(:accountId as uuid) is null or account_id = :accountId)
       and (cast(:postId as uuid) is null or post_id = :postId)
      """;
  private final UUID tenantId;
  private final Handle handle;

  public VariantRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Writes the draft; a post has one variant per account, so drafting again finds the first. */
  public VariantRow draft(NewVariant variant) {
    handle
        .createUpdate(
            """
            insert into greenroom.variant
              (tenant_id, id, post_id, account_id, talent_id, payload, content_hash, publish_at, schedule_reason,
               changed_by)
            values (:tenantId, :id, :postId, :accountId, :talentId, :payload, repeat('0', 64), :publishAt, :scheduleReason,
              :changedBy)
            on conflict (tenant_id, post_id, account_id) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("postId", variant.postId())
        .bind("accountId", variant.accountId())
        .bind("talentId", variant.talentId())
        .bind("payload", variant.payload())
        .bind("publishAt", variant.publishAt())
        .bind("scheduleReason", variant.scheduleReason())
        .bind("changedBy", variant.changedBy())
        .execute();
    return handle
        .createQuery(SELECT + " and post_id = :postId and account_id = :accountId")
        .bind("tenantId", tenantId)
        .bind("postId", variant.postId())
        .bind("accountId", variant.accountId())
        .mapTo(VariantRow.class)
        .one();
  }

  /**
   * Writes another payload into a draft, or into a blocked one, which stays blocked; false when it
   * is neither any more.
   */
  public boolean redraft(UUID id, String payload, String changedBy) {
    return handle
            .createUpdate(
                """
                update greenroom.variant set payload = :payload, changed_by = :changedBy
                where tenant_id = :tenantId and id = :id and state in ('draft', 'blocked')
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("payload", payload)
            .bind("changedBy", changedBy)
            .execute()
        == 1;
  }

  /** The draft is ready for its owner; false when it is no draft any more. */
  public boolean submit(UUID id, String changedBy) {
    return leaveDraft(id, VariantState.AWAITING_APPROVAL, null, changedBy);
  }

  /** A rule blocks the draft; false when it is no draft any more. */
  public boolean block(UUID id, String reason, String changedBy) {
    return leaveDraft(id, VariantState.BLOCKED, reason, changedBy);
  }

  /**
   * Its picture wasn't made, and nobody is making it: a draft is blocked for that, and one that is
   * blocked already is blocked for that too.
   */
  public void lacksPicture(UUID id, String changedBy) {
    if (!block(id, NO_PICTURE, changedBy)) {
      blockFurther(id, NO_PICTURE, changedBy);
    }
  }

  /** One that is blocked is blocked for this reason too; false when it isn't blocked. */
  public boolean blockFurther(UUID id, String reason, String changedBy) {
    return handle
            .createUpdate(
                """
                update greenroom.variant set blocked_reason = left(blocked_reason || ' ' || :reason, 4000),
                  changed_by = :changedBy
                where tenant_id = :tenantId and id = :id and state = 'blocked'
                  and position(:reason in blocked_reason) = 0
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("reason", reason)
            .bind("changedBy", changedBy)
            .execute()
        == 1;
  }

  private boolean leaveDraft(
      UUID id, VariantState next, @Nullable String reason, String changedBy) {
    return handle
            .createUpdate(
                """
                update greenroom.variant set state = :next, blocked_reason = :reason, changed_by = :changedBy
                where tenant_id = :tenantId and id = :id and state = 'draft'
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("next", next.wireName())
            .bind("reason", reason)
            .bind("changedBy", changedBy)
            .execute()
        == 1;
  }

  public Optional<VariantRow> find(UUID id) {
    return handle
        .createQuery(SELECT + " and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(VariantRow.class)
        .findOne();
  }

  public List<VariantRow> byIds(Collection<UUID> ids) {
    return handle
        .createQuery(SELECT + " and id = any(:ids)")
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, ids.toArray())
        .mapTo(VariantRow.class)
        .list();
  }

  public List<VariantRow> ofPost(UUID postId) {
    return handle
        .createQuery(SELECT + " and post_id = :postId order by created_at, id")
        .bind("tenantId", tenantId)
        .bind("postId", postId)
        .mapTo(VariantRow.class)
        .list();
  }

  public List<VariantRow> ofRequest(UUID requestId) {
    return handle
        .createQuery(
            SELECT
                + """
                 and post_id in (
                   select id from greenroom.post where tenant_id = :tenantId and request_id = :requestId)
                 order by created_at, id
                """)
        .bind("tenantId", tenantId)
        .bind("requestId", requestId)
        .mapTo(VariantRow.class)
        .list();
  }

  /** By time of publishing (those with none last), then by time of making. */
  public Page<VariantRow> list(VariantFilter filter, @Nullable String cursor, int limit) {
    var rows =
        page(
            """
             and (cast(:fromId as uuid) is null
               or (coalesce(publish_at, 'infinity'), created_at, id)
                 > (coalesce(cast(:fromFirst as timestamptz), 'infinity'),
                    cast(:fromSecond as timestamptz), cast(:fromId as uuid)))
             order by coalesce(publish_at, 'infinity'), created_at, id limit :limit
            """,
            filter,
            cursor,
            limit);
    return Page.of(rows, limit, row -> new Cursor(row.publishAt(), row.createdAt(), row.id()));
  }

  /** What went out or was decided last comes first. */
  public Page<VariantRow> newest(VariantFilter filter, @Nullable String cursor, int limit) {
    var rows =
        page(
            """
             and (cast(:fromId as uuid) is null
               or (coalesce(published_at, updated_at), created_at, id)
                 < (cast(:fromFirst as timestamptz), cast(:fromSecond as timestamptz), cast(:fromId as uuid)))
             order by coalesce(published_at, updated_at) desc, created_at desc, id desc limit :limit
            """,
            filter,
            cursor,
            limit);
    return Page.of(
        rows,
        limit,
        row ->
            new Cursor(
                Objects.requireNonNullElse(row.publishedAt(), row.updatedAt()),
                row.createdAt(),
                row.id()));
  }

  private List<VariantRow> page(
      String ordered, VariantFilter filter, @Nullable String cursor, int limit) {
    var from = Cursor.decode(cursor);
    return handle
        .createQuery(SELECT + OF_FILTER + ordered)
        .bind("tenantId", tenantId)
        .bind("anyState", filter.states().isEmpty())
        .bindArray(
            "states",
            String.class,
            (Object[]) filter.states().stream().map(VariantState::wireName).toArray(String[]::new))
        .bind("talentId", filter.talentId())
        .bind("accountId", filter.accountId())
        .bind("postId", filter.postId())
        .bind("fromId", from == null ? null : from.id())
        .bind("fromFirst", from == null ? null : from.first())
        .bind("fromSecond", from == null ? null : from.second())
        .bind("limit", limit + 1)
        .mapTo(VariantRow.class)
        .list();
  }

  /** Every payload it ever had, newest first. */
  public List<VariantVersionRow> versions(UUID id) {
    return handle
        .createQuery(
            """
            select * from greenroom.variant_version where tenant_id = :tenantId and variant_id = :id
            order by version desc
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(VariantVersionRow.class)
        .list();
  }
}
