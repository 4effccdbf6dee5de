package social.greenroom.store.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantDesk;
import social.greenroom.store.post.VariantRow;

/** Settling what may have gone out: by reading the account's timeline, or by a person. */
public final class Settlements {
  private final UUID tenantId;
  private final Handle handle;

  public Settlements(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Every variant that is unknown, longest first. */
  public List<InDoubt> open() {
    var ends = new SenderEnds(tenantId, handle);
    return handle
        .createQuery(
            """
            select * from greenroom.variant where tenant_id = :tenantId and state = 'unknown'
            order by updated_at, id
            """)
        .bind("tenantId", tenantId)
        .mapTo(VariantRow.class)
        .list()
        .stream()
        .flatMap(variant -> doubt(variant, ends).stream())
        .toList();
  }

  private Optional<InDoubt> doubt(VariantRow variant, SenderEnds ends) {
    return attempt(variant.id())
        .map(attempt -> new InDoubt(variant, attempt, ends.of(attempt).isPresent()));
  }

  /** It went out: reading found what that attempt sent. */
  public VariantChange published(
      AttemptRow examined, @Nullable String remoteId, @Nullable String remoteUrl, String by) {
    return published(Doubtful.of(examined), remoteId, remoteUrl, by);
  }

  /** Its own sender says, late, that the attempt reached the network. */
  VariantChange late(Claim claim, UUID attemptId, Finish finish) {
    return published(
        new Doubtful(claim.variantId(), attemptId, null),
        finish.remoteId(),
        finish.remoteUrl(),
        claim.worker());
  }

  /** A person who was shown that version of the variant says that it went out. */
  public VariantChange published(
      UUID variantId, int version, @Nullable String remoteUrl, String by) {
    return published(new Doubtful(variantId, null, version), null, remoteUrl, by);
  }

  private VariantChange published(
      Doubtful doubtful, @Nullable String remoteId, @Nullable String remoteUrl, String by) {
    return settle(
        doubtful, "published", VariantState.PUBLISHED, null, null, remoteId, remoteUrl, by);
  }

  /** That attempt sent nothing, and it may be sent again without asking anybody. */
  public VariantChange sendAgain(
      AttemptRow examined, String reason, @Nullable Instant notBefore, String by) {
    return settle(
        Doubtful.of(examined),
        "not_published",
        VariantState.APPROVED,
        reason,
        notBefore,
        null,
        null,
        by);
  }

  /** That attempt sent nothing; a person decides what becomes of the post. */
  public VariantChange failed(AttemptRow examined, String reason, String by) {
    return failed(Doubtful.of(examined), reason, by);
  }

  /** A person who was shown that version of the variant says that it didn't go out. */
  public VariantChange failed(UUID variantId, int version, String reason, String by) {
    return failed(new Doubtful(variantId, null, version), reason, by);
  }

  private VariantChange failed(Doubtful doubtful, String reason, String by) {
    return settle(doubtful, "not_published", VariantState.FAILED, reason, null, null, null, by);
  }

  /** What was looked at: an attempt by a program, or a version of the variant by a person. */
  private record Doubtful(UUID variantId, @Nullable UUID attemptId, @Nullable Integer version) {
    static Doubtful of(AttemptRow attempt) {
      return new Doubtful(attempt.variantId(), attempt.id(), null);
    }

    boolean shows(VariantRow variant) {
      return version == null || version == variant.version();
    }

    boolean about(AttemptRow attempt) {
      return attemptId == null || attemptId.equals(attempt.id());
    }
  }

  private VariantChange settle(
      Doubtful doubtful,
      String as,
      VariantState next,
      @Nullable String reason,
      @Nullable Instant notBefore,
      @Nullable String remoteId,
      @Nullable String remoteUrl,
      String by) {
    var variantId = doubtful.variantId();
    var found = new VariantDesk(tenantId, handle).lock(variantId);
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var attempt = attempt(variantId);
    if (found.get().state() != VariantState.UNKNOWN || attempt.isEmpty()) {
      return new VariantChange.NotNow(found.get(), "Only what may have gone out is settled.");
    }
    if (!doubtful.shows(found.get())) {
      return new VariantChange.Stale(found.get());
    }
    if (!doubtful.about(attempt.get())) {
      return new VariantChange.NotNow(
          found.get(), "It was sent again since; what was found is about an earlier attempt.");
    }
    handle
        .createUpdate(
            """
            update greenroom.attempt set settled_as = :as, settled_by = :by, settled_at = now()
            where tenant_id = :tenantId and id = :id
            """)
        .bind("tenantId", tenantId)
        .bind("id", attempt.get().id())
        .bind("as", as)
        .bind("by", by)
        .execute();
    return new VariantChange.Changed(
        handle
            .createQuery(
                """
                update greenroom.variant set
                  state = :next, failure_reason = :failure, schedule_reason = coalesce(:held, schedule_reason),
                  not_before = coalesce(:notBefore, not_before), remote_id = :remoteId, remote_url = :remoteUrl,
                  changed_by = :by
                where tenant_id = :tenantId and id = :variantId returning *
                """)
            .bind("tenantId", tenantId)
            .bind("variantId", variantId)
            .bind("next", next.wireName())
            .bind("failure", next == VariantState.FAILED ? reason : null)
            .bind("held", next == VariantState.APPROVED ? reason : null)
            .bind("notBefore", notBefore)
            .bind("remoteId", remoteId)
            .bind("remoteUrl", remoteUrl)
            .bind("by", by)
            .mapTo(VariantRow.class)
            .one());
  }

  private Optional<AttemptRow> attempt(UUID variantId) {
    return handle
        .createQuery(
            """
            select * from greenroom.attempt
            where tenant_id = :tenantId and variant_id = :variantId and outcome = 'unknown' and settled_as is null
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .mapTo(AttemptRow.class)
        .findOne();
  }
}
