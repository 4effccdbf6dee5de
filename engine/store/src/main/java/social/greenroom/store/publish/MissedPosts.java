package social.greenroom.store.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.store.post.VariantRow;

/**
 * Approved posts whose time passed while nothing could be sent. No claim takes one before it is
 * decided what becomes of it, so that nothing goes out in a burst when everything comes back.
 */
public final class MissedPosts {
  /**
   * What was due before then is missed. Much longer than a sender may be busy with others, and
   * shorter than anybody would call punctual.
   */
  static final Duration AFTER = Duration.ofMinutes(5);

  static final String BEFORE = "now() - interval '%d seconds'".formatted(AFTER.toSeconds());

  /** Since when a post is late; what it was late for before a person gave it a new time is over. */
  static final String LATE_SINCE =
      "case when missed_since >= publish_at then missed_since else due_at end";

  private final UUID tenantId;
  private final Handle handle;

  public MissedPosts(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** True once its time has passed; what was put off since isn't missed before its next time. */
  public static boolean missed(VariantRow variant, Instant now) {
    var due = variant.dueAt();
    return due != null && due.isBefore(now.minus(AFTER));
  }

  /** The database's clock, by which posts are due. */
  public Instant now() {
    return handle.createQuery("select now()").mapTo(Instant.class).one();
  }

  /** Takes back what was queued and missed; returns how many. */
  public int takeBack() {
    return handle
        .createUpdate(
            """
            update greenroom.variant
            set state = 'approved', dispatch_id = null, changed_by = 'planner'
            where tenant_id = :tenantId and state = 'queued' and due_at <\s"""
                + BEFORE)
        .bind("tenantId", tenantId)
        .execute();
  }

  /**
   * Those that nothing holds, the oldest first, locked until the transaction ends: also those that
   * were put off and are late all the same.
   */
  public List<VariantRow> lock(int limit) {
    return handle
        .createQuery(
            """
            select v.* from greenroom.variant v
            where v.tenant_id = :tenantId and v.state = 'approved'
              and v.account_id not in (
                select account_id from greenroom.stopped_account where tenant_id = :tenantId)
              and v.id in (
                select id from greenroom.variant
                where tenant_id = :tenantId and state = 'approved' and due_at < BEFORE
                union all
                select id from greenroom.variant
                where tenant_id = :tenantId and state = 'approved' and missed_since < BEFORE
                  and missed_since >= publish_at)
            order by v.due_at, v.id limit :limit
            for no key update of v skip locked
            """
                .replace("BEFORE", BEFORE))
        .bind("tenantId", tenantId)
        .bind("limit", limit)
        .mapTo(VariantRow.class)
        .list();
  }

  /** It goes out then, and not before. */
  public void publishLate(UUID id, Instant at, String reason) {
    handle
        .createUpdate(
            """
            update greenroom.variant
            set not_before = :at, missed_since = LATE_SINCE, schedule_reason = :reason, changed_by = 'planner'
            where tenant_id = :tenantId and id = :id
            """
                .replace("LATE_SINCE", LATE_SINCE))
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("at", at)
        .bind("reason", reason)
        .execute();
  }

  /** It waits for approval again, and the approval it had is void. */
  public void ask(UUID id, String reason) {
    handle
        .createUpdate(
            """
            update greenroom.variant
            set state = 'awaiting_approval', schedule_reason = :reason, changed_by = 'planner'
            where tenant_id = :tenantId and id = :id
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("reason", reason)
        .execute();
  }
}
