package social.greenroom.store.follow;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUpState;

/** What people decide about what follows a post. Each decision names the version they saw. */
public final class FollowUpDesk {
  private final UUID tenantId;
  private final Handle handle;

  public FollowUpDesk(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** The row, held until the transaction ends; empty when there is none. */
  public Optional<FollowUpRow> lock(UUID variantId, int position) {
    return handle
        .createQuery(
            """
            select * from greenroom.follow_up
            where tenant_id = :tenantId and variant_id = :variantId and position = :position
            for no key update
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .bind("position", position)
        .mapTo(FollowUpRow.class)
        .findOne();
  }

  /**
   * A person says that it is out: what was unknown, or what failed and they added by hand.
   *
   * @param remoteId its id at the network, where they picked it among what reading found
   */
  public void done(
      FollowUpRow held, @Nullable String remoteId, @Nullable String remoteUrl, String by) {
    var out =
        new FollowUpFinish("published", FollowUpState.DONE, null, null, remoteId, remoteUrl, null);
    if (held.state() == FollowUpState.UNKNOWN) {
      settle(held, out, "published", by);
    } else {
      handle
          .createUpdate(
              """
              update greenroom.follow_up set state = 'done', reason = null, remote_id = :remoteId,
                remote_url = :remoteUrl, decided_by = :by, changed_by = :by
              where tenant_id = :tenantId and variant_id = :variantId and position = :position
              """)
          .bind("tenantId", tenantId)
          .bind("variantId", held.variantId())
          .bind("position", held.position())
          .bind("remoteId", remoteId)
          .bind("remoteUrl", remoteUrl)
          .bind("by", by)
          .execute();
    }
  }

  /** A person looked, and says of what was unknown that it isn't out. */
  public void notOut(FollowUpRow held, String reason, String by) {
    var failed =
        new FollowUpFinish("unknown", FollowUpState.FAILED, reason, null, null, null, null);
    settle(held, failed, "not_published", by);
  }

  /** What failed is tried again, at once. */
  public void tryAgain(FollowUpRow held, String reason, String by) {
    handle
        .createUpdate(
            """
            update greenroom.follow_up set state = 'waiting', reason = :reason, not_before = null,
              wanted_at = clock_timestamp(), decided_by = :by, changed_by = :by
            where tenant_id = :tenantId and variant_id = :variantId and position = :position
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", held.variantId())
        .bind("position", held.position())
        .bind("reason", reason)
        .bind("by", by)
        .execute();
  }

  /** It is left out, and what would come after it in a thread with it. */
  public void leaveOut(FollowUpRow held, String reason, String by) {
    handle
        .createUpdate(
            """
            update greenroom.follow_up set state = 'left_out', reason = :reason, decided_by = :by, changed_by = :by
            where tenant_id = :tenantId and variant_id = :variantId and kind = :kind and position >= :position
              and state in ('waiting', 'failed')
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", held.variantId())
        .bind("kind", held.kind().wireName())
        .bind("position", held.position())
        .bind("reason", reason)
        .bind("by", by)
        .execute();
  }

  private void settle(FollowUpRow held, FollowUpFinish finish, String as, String by) {
    var settlements = new FollowUpSettlements(tenantId, handle);
    settlements
        .unsettled(held)
        .ifPresent(attempt -> settlements.settle(attempt, finish, as, "person", by));
  }
}
