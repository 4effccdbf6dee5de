package social.greenroom.store.post;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;

/** What people change about a variant, each change against what they were shown. */
public final class VariantDesk {
  private final UUID tenantId;
  private final Handle handle;

  public VariantDesk(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Locks the variant until the transaction ends, and reads it. */
  public Optional<VariantRow> lock(UUID id) {
    return handle
        .createQuery(
            "select * from greenroom.variant where tenant_id = :tenantId and id = :id for no key update")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(VariantRow.class)
        .findOne();
  }

  // Locks the request, so that rendering doesn't end between this look and the edit.
  private boolean picturesAreBeingMade(UUID id) {
    return handle
        .createQuery(
            """
            select r.id from greenroom.request r
            join greenroom.post p on p.tenant_id = r.tenant_id and p.request_id = r.id
            join greenroom.variant v on v.tenant_id = p.tenant_id and v.post_id = p.id
            where v.tenant_id = :tenantId and v.id = :id and r.stage = 'rendering'
              and exists (
                select from greenroom.variant_media m
                where m.tenant_id = v.tenant_id and m.variant_id = v.id and m.rendition_sha256 is null)
            for share of r
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  /**
   * Writes another payload. A draft stays one, and so does a blocked one whose pictures are being
   * made; everything else that may be edited waits for approval afterwards, and an approval it had
   * is void.
   */
  public VariantChange edit(UUID id, int version, String payload, String by) {
    var found = lock(id);
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var variant = found.get();
    if (variant.version() != version) {
      return new VariantChange.Stale(variant);
    }
    if (!variant.state().editable()) {
      return new VariantChange.NotNow(
          variant, "A post that is %s can't be edited any more.".formatted(words(variant.state())));
    }
    if (variant.state() == VariantState.BLOCKED) {
      set(id, Map.of("state", "draft", "changed_by", by));
    }
    var unfinished =
        variant.state() == VariantState.DRAFT
            || (variant.state() == VariantState.BLOCKED && picturesAreBeingMade(id));
    var next = unfinished ? VariantState.DRAFT : VariantState.AWAITING_APPROVAL;
    return changed(
        handle
            .createQuery(
                """
                update greenroom.variant set payload = :payload, state = :next, changed_by = :by,
                  blocked_reason = null, failure_reason = null
                where tenant_id = :tenantId and id = :id returning *
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("payload", payload)
            .bind("next", next.wireName())
            .bind("by", by)
            .mapTo(VariantRow.class)
            .one());
  }

  /**
   * Moves it in time. Inside the approved window the approval stays; outside it is void, and the
   * variant waits for approval again.
   */
  public VariantChange schedule(
      UUID id, int version, Instant publishAt, @Nullable String reason, String by) {
    var found = lock(id);
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var variant = found.get();
    if (variant.version() != version) {
      return new VariantChange.Stale(variant);
    }
    var queued = variant.state() == VariantState.QUEUED;
    if (!queued && (!variant.state().editable() || variant.state() == VariantState.FAILED)) {
      return new VariantChange.NotNow(
          variant, "A post that is %s can't be moved any more.".formatted(words(variant.state())));
    }
    if (queued) {
      set(id, Map.of("state", "approved", "changed_by", by));
    }
    var outside =
        (queued || variant.state() == VariantState.APPROVED)
            && !variant.window().contains(publishAt);
    return changed(
        handle
            .createQuery(
                """
                update greenroom.variant set publish_at = :publishAt, not_before = null, schedule_reason = :reason,
                  changed_by = :by, state = case when :outside then 'awaiting_approval' else state end
                where tenant_id = :tenantId and id = :id returning *
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("publishAt", publishAt)
            .bind("reason", reason)
            .bind("by", by)
            .bind("outside", outside)
            .mapTo(VariantRow.class)
            .one());
  }

  /** Its owner says no. */
  public VariantChange reject(UUID id, String reason, String by) {
    return end(id, VariantState.REJECTED, "rejected_reason", reason, by);
  }

  /** It won't go out; possible until it is being published. */
  public VariantChange cancel(UUID id, String reason, String by) {
    return end(id, VariantState.CANCELLED, "cancelled_reason", reason, by);
  }

  private VariantChange end(
      UUID id, VariantState next, String reasonColumn, String reason, String by) {
    var found = lock(id);
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var variant = found.get();
    if (!variant.state().canBecome(next)) {
      return new VariantChange.NotNow(
          variant, "A post that is %s can't be %s.".formatted(words(variant.state()), words(next)));
    }
    return changed(
        set(
            id,
            Map.of(
                "state",
                next.wireName(),
                reasonColumn,
                reason,
                "decided_by",
                by,
                "changed_by",
                by)));
  }

  /** A person tries a failed one again, with the content it was approved with. */
  public VariantChange retry(UUID id, String contentHash, Instant publishAt, String by) {
    var found = lock(id);
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var variant = found.get();
    if (!variant.contentHash().equals(contentHash)) {
      return new VariantChange.Stale(variant);
    }
    if (variant.state() != VariantState.FAILED) {
      return new VariantChange.NotNow(variant, "Only a post that failed is tried again.");
    }
    return changed(
        handle
            .createQuery(
                """
                update greenroom.variant set state = 'approved', publish_at = :publishAt, not_before = null,
                  failure_reason = null, changed_by = :by
                where tenant_id = :tenantId and id = :id returning *
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("publishAt", publishAt)
            .bind("by", by)
            .mapTo(VariantRow.class)
            .one());
  }

  // The column names come from this class alone.
  private VariantRow set(UUID id, Map<String, String> columns) {
    var assignments =
        String.join(", ", columns.keySet().stream().map(name -> name + " = :" + name).toList());
    return handle
        .createQuery(
            "update greenroom.variant set "
                + assignments
                + " where tenant_id = :tenantId and id = :id returning *")
        .bindMap(columns)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(VariantRow.class)
        .one();
  }

  private static VariantChange changed(VariantRow variant) {
    return new VariantChange.Changed(variant);
  }

  private static String words(VariantState state) {
    return state.wireName().replace('_', ' ');
  }
}
