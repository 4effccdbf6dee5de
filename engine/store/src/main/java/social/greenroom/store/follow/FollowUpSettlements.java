package social.greenroom.store.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.store.database.Document;

/** Settling what follows a post and may have gone out, by what reading found. */
public final class FollowUpSettlements {
  private final UUID tenantId;
  private final Handle handle;

  public FollowUpSettlements(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** All that is unknown, longest first. */
  public List<FollowUpDoubt> open() {
    return handle
        .createQuery(
            """
            select * from greenroom.follow_up where tenant_id = :tenantId and state = 'unknown'
            order by updated_at, variant_id, position
            """)
        .bind("tenantId", tenantId)
        .mapTo(FollowUpRow.class)
        .list()
        .stream()
        .flatMap(row -> unsettled(row).map(attempt -> new FollowUpDoubt(row, attempt)).stream())
        .toList();
  }

  /** The posts of the account that are followed by something which may be out. */
  public List<UUID> doubtful(UUID accountId) {
    return handle
        .createQuery(
            """
            select distinct variant_id from greenroom.follow_up
            where tenant_id = :tenantId and state in ('sending', 'unknown') and account_id = :accountId
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .mapTo(UUID.class)
        .list();
  }

  /** It is out: reading found what that attempt sent. False when it was settled meanwhile. */
  public boolean published(
      FollowUpAttemptRow examined, OwnPost found, @Nullable String alteredText, String by) {
    var out =
        new FollowUpFinish(
            "published",
            FollowUpState.DONE,
            null,
            null,
            found.remoteId(),
            found.url(),
            alteredText);
    return settle(examined, out, "published", "reading", by);
  }

  /** That attempt sent nothing, and it may be sent again without asking anybody. */
  public boolean sendAgain(
      FollowUpAttemptRow examined, String reason, Instant notBefore, String by) {
    var again =
        new FollowUpFinish("unknown", FollowUpState.WAITING, reason, notBefore, null, null, null);
    return settle(examined, again, "not_published", "reading", by);
  }

  /** That attempt sent nothing; a person decides what becomes of it. */
  public boolean failed(FollowUpAttemptRow examined, String reason, String by) {
    var failed =
        new FollowUpFinish("unknown", FollowUpState.FAILED, reason, null, null, null, null);
    return settle(examined, failed, "not_published", "reading", by);
  }

  /** Its own sender says, late, what came of the attempt's call; false where it doesn't know. */
  boolean late(FollowUpAttemptRow attempt, FollowUpFinish finish, String by) {
    return switch (finish.next()) {
      case DONE -> settle(attempt, finish, "published", "sender", by);
      case WAITING, FAILED -> settle(attempt, finish, "not_published", "sender", by);
      case SENDING, UNKNOWN, LEFT_OUT -> false;
    };
  }

  /**
   * Only a person can tell. True when nobody had been asked about that attempt yet; false where it
   * was settled meanwhile.
   *
   * @param candidates what the account shows that may be it
   */
  public boolean ask(FollowUpAttemptRow examined, String why, List<OwnPost> candidates) {
    return handle
        .createQuery(
            """
            with unsettled as (
              select tenant_id, id, asked_at from greenroom.follow_up_attempt
              where tenant_id = :tenantId and id = :id and outcome = 'unknown' and settled_as is null
              for no key update)
            update greenroom.follow_up_attempt a
            set asked_at = coalesce(a.asked_at, now()), asked_why = :why, candidates = cast(:candidates as jsonb)
            from unsettled u where a.tenant_id = u.tenant_id and a.id = u.id
            returning u.asked_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", examined.id())
        .bind("why", why)
        .bind("candidates", Document.write(candidates))
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  Optional<FollowUpAttemptRow> unsettled(FollowUpRow row) {
    return handle
        .createQuery(
            """
            select * from greenroom.follow_up_attempt
            where tenant_id = :tenantId and variant_id = :variantId and position = :position
              and outcome = 'unknown' and settled_as is null
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", row.variantId())
        .bind("position", row.position())
        .mapTo(FollowUpAttemptRow.class)
        .findOne();
  }

  boolean settle(
      FollowUpAttemptRow attempt, FollowUpFinish finish, String as, String through, String by) {
    var settled =
        handle
            .createUpdate(
                """
                update greenroom.follow_up_attempt
                set settled_as = :as, settled_through = :through, settled_by = :by, settled_at = now(),
                  altered = :altered
                where tenant_id = :tenantId and id = :id and outcome = 'unknown' and settled_as is null
                """)
            .bind("tenantId", tenantId)
            .bind("id", attempt.id())
            .bind("as", as)
            .bind("through", through)
            .bind("by", by)
            .bind("altered", finish.alteredText() != null)
            .execute();
    return settled == 1 && move(attempt, finish, by);
  }

  private boolean move(FollowUpAttemptRow attempt, FollowUpFinish finish, String by) {
    return handle
            .createUpdate(
                """
                update greenroom.follow_up set state = :next, reason = :reason, remote_id = :remoteId,
                  remote_url = :remoteUrl, altered_text = :altered, not_before = coalesce(:notBefore, not_before),
                  changed_by = :by
                where tenant_id = :tenantId and variant_id = :variantId and position = :position
                  and state = 'unknown'
                """)
            .bind("tenantId", tenantId)
            .bind("variantId", attempt.variantId())
            .bind("position", attempt.position())
            .bind("next", finish.next().wireName())
            .bind("reason", finish.reason())
            .bind("remoteId", finish.remoteId())
            .bind("remoteUrl", finish.remoteUrl())
            .bind("altered", finish.alteredText())
            .bind("notBefore", finish.notBefore())
            .bind("by", by)
            .execute()
        == 1;
  }
}
