package social.greenroom.store.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Document;

/** What was handed in: the sender is acknowledged when its row is committed. */
public final class IntakeRepository {
  private final UUID tenantId;
  private final Handle handle;

  public IntakeRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Takes it in; handed in again under the same key it is the same row, whatever it says now. */
  public IntakeRow accept(NewIntake intake) {
    handle
        .createUpdate(
            """
            insert into greenroom.intake
              (tenant_id, id, talent_id, source, idempotency_key, request_name, spec, created_by)
            values (:tenantId, :id, :talentId, :source, :key, :requestName, cast(:spec as jsonb), :createdBy)
            on conflict (tenant_id, source, idempotency_key) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", intake.talentId())
        .bind("source", intake.source().wireName())
        .bind("key", intake.idempotencyKey())
        .bind("requestName", requestName(intake))
        .bind("spec", Document.write(intake.spec()))
        .bind("createdBy", intake.createdBy())
        .execute();
    return handle
        .createQuery(
            """
            select * from greenroom.intake
            where tenant_id = :tenantId and source = :source and idempotency_key = :key
            """)
        .bind("tenantId", tenantId)
        .bind("source", intake.source().wireName())
        .bind("key", intake.idempotencyKey())
        .mapTo(IntakeRow.class)
        .one();
  }

  public Optional<IntakeRow> find(UUID id) {
    return handle
        .createQuery("select * from greenroom.intake where tenant_id = :tenantId and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(IntakeRow.class)
        .findOne();
  }

  /** The one whose PostRequest has that name. */
  public Optional<IntakeRow> named(String requestName) {
    return handle
        .createQuery(
            "select * from greenroom.intake where tenant_id = :tenantId and request_name = :name")
        .bind("tenantId", tenantId)
        .bind("name", requestName)
        .mapTo(IntakeRow.class)
        .findOne();
  }

  /** Those that have no PostRequest yet, oldest first. */
  public List<IntakeRow> waiting(int limit) {
    return handle
        .createQuery(
            """
            select * from greenroom.intake where tenant_id = :tenantId and state = 'waiting'
            order by created_at, id limit :limit
            """)
        .bind("tenantId", tenantId)
        .bind("limit", limit)
        .mapTo(IntakeRow.class)
        .list();
  }

  /** It can't become a PostRequest; the sentence is shown to who asked. */
  public void refuse(UUID id, String sentence) {
    handle
        .createUpdate(
            """
            update greenroom.intake set state = 'refused', message = :sentence, settled_at = now()
            where tenant_id = :tenantId and id = :id and state = 'waiting'
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("sentence", sentence)
        .execute();
  }

  /** Its PostRequest is there: from now on that speaks for it, and it isn't made again. */
  public void handedOver(UUID id) {
    handle
        .createUpdate(
            """
            update greenroom.intake set state = 'requested', settled_at = now()
            where tenant_id = :tenantId and id = :id and state = 'waiting'
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .execute();
  }

  /** What its PostRequest waits for; nothing changes once the request is remembered, or refused. */
  public void requestWaits(String requestName, String sentence) {
    settle(requestName, "requested", sentence);
  }

  /** Its PostRequest ended before it was remembered; the sentence is shown to who asked. */
  public void requestRefused(String requestName, String sentence) {
    settle(requestName, "refused", sentence);
  }

  private void settle(String requestName, String state, String sentence) {
    handle
        .createUpdate(
            """
            update greenroom.intake i
            set state = :state, message = :sentence, settled_at = coalesce(settled_at, now())
            where tenant_id = :tenantId and request_name = :requestName and state <> 'refused'
              and (state <> :state or message is distinct from :sentence)
              and not exists (
                select from greenroom.request r where r.tenant_id = i.tenant_id and r.id = i.id)
            """)
        .bind("tenantId", tenantId)
        .bind("requestName", requestName)
        .bind("state", state)
        .bind("sentence", sentence)
        .execute();
  }

  private static String requestName(NewIntake intake) {
    try {
      var identity = intake.source().wireName() + "\n" + intake.idempotencyKey();
      var digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
      return intake.source().wireName() + "-" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
