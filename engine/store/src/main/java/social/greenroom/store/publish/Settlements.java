package social.greenroom.store.publish;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Document;
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

  /** The account's posts that went out since then, and those that may be out, whenever. */
  public List<UUID> outSince(UUID accountId, Instant since) {
    // Each branch reads an index that holds little else.
    return handle
        .createQuery(
            """
            select id from greenroom.variant
            where tenant_id = :tenantId and account_id = :accountId
              and state in ('published', 'taken_down') and published_at >= :since
            union all
            select id from greenroom.variant
            where tenant_id = :tenantId and account_id = :accountId and state = 'unknown'
            union all
            select v.id from greenroom.variant v
            where v.tenant_id = :tenantId and v.account_id = :accountId and v.state = 'publishing'
              and exists (
                select from greenroom.attempt a
                where a.tenant_id = v.tenant_id and a.variant_id = v.id and a.outcome = 'sending')
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", accountId)
        .bind("since", since)
        .mapTo(UUID.class)
        .list();
  }

  private Optional<InDoubt> doubt(VariantRow variant, SenderEnds ends) {
    return attempt(variant.id())
        .map(attempt -> new InDoubt(variant, attempt, ends.of(attempt).isPresent()));
  }

  /**
   * It went out: reading found what that attempt sent.
   *
   * @param alteredText the post as the network shows it, where that isn't what was sent
   */
  public VariantChange published(
      AttemptRow examined, OwnPost found, @Nullable String alteredText, String by) {
    return settle(
        Doubtful.of(examined),
        Settled.published(found.remoteId(), found.url(), alteredText, "reading"),
        by);
  }

  /**
   * Its own sender says, late, what came of the attempt's call; false where it doesn't know, or the
   * variant isn't in doubt over that attempt any more.
   */
  boolean late(Claim claim, UUID attemptId, Finish finish) {
    var published = finish.next() == VariantState.PUBLISHED;
    if (finish.next() == VariantState.UNKNOWN || (published && finish.remoteId() == null)) {
      return false;
    }
    var settled =
        published
            ? Settled.published(
                finish.remoteId(), finish.remoteUrl(), finish.alteredText(), "sender")
            : Settled.notPublished(
                goesOn(claim, finish) ? finish.next() : VariantState.FAILED,
                Objects.requireNonNullElse(finish.reason(), "It wasn't sent."),
                finish.notBefore(),
                "sender");
    return settle(new Doubtful(claim.variantId(), attemptId, null), settled, claim.worker()).made();
  }

  /** Nothing goes back to approved whose approval is void by now. */
  private boolean goesOn(Claim claim, Finish finish) {
    return finish.next() != VariantState.APPROVED
        || handle
            .createQuery(
                """
                select exists (select from greenroom.approval
                  where tenant_id = :tenantId and variant_id = :variantId and voided_at is null)
                """)
            .bind("tenantId", tenantId)
            .bind("variantId", claim.variantId())
            .mapTo(Boolean.class)
            .one();
  }

  /**
   * A person who was shown that version of the variant says that it went out.
   *
   * @param remoteId its id at the network, where they picked it among what reading found
   */
  public VariantChange published(
      UUID variantId,
      int version,
      @Nullable String remoteId,
      @Nullable String remoteUrl,
      String by) {
    return settle(
        new Doubtful(variantId, null, version),
        Settled.published(remoteId, remoteUrl, null, "person"),
        by);
  }

  /** That attempt sent nothing, and it may be sent again without asking anybody. */
  public VariantChange sendAgain(
      AttemptRow examined, String reason, @Nullable Instant notBefore, String by) {
    return settle(
        Doubtful.of(examined),
        Settled.notPublished(VariantState.APPROVED, reason, notBefore, "reading"),
        by);
  }

  /** That attempt sent nothing; a person decides what becomes of the post. */
  public VariantChange failed(AttemptRow examined, String reason, String by) {
    return settle(
        Doubtful.of(examined),
        Settled.notPublished(VariantState.FAILED, reason, null, "reading"),
        by);
  }

  /** A person who was shown that version of the variant says that it didn't go out. */
  public VariantChange failed(UUID variantId, int version, String reason, String by) {
    return settle(
        new Doubtful(variantId, null, version),
        Settled.notPublished(VariantState.FAILED, reason, null, "person"),
        by);
  }

  /**
   * Only a person can tell. True when nobody had been asked about that attempt yet; false where it
   * was settled meanwhile.
   *
   * @param candidates what the account shows that may be it
   */
  public boolean ask(AttemptRow examined, String why, List<OwnPost> candidates) {
    return handle
        .createQuery(
            """
            with unsettled as (
              select tenant_id, id, asked_at from greenroom.attempt
              where tenant_id = :tenantId and id = :id and outcome = 'unknown' and settled_as is null
              for no key update)
            update greenroom.attempt a
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

  /** What is written: how the attempt is settled, and what that makes of the variant. */
  private record Settled(
      String as,
      String through,
      VariantState next,
      @Nullable String reason,
      @Nullable Instant notBefore,
      @Nullable String remoteId,
      @Nullable String remoteUrl,
      @Nullable String alteredText) {
    static Settled published(
        @Nullable String remoteId,
        @Nullable String remoteUrl,
        @Nullable String alteredText,
        String through) {
      return new Settled(
          "published",
          through,
          VariantState.PUBLISHED,
          null,
          null,
          remoteId,
          remoteUrl,
          alteredText);
    }

    static Settled notPublished(
        VariantState next, String reason, @Nullable Instant notBefore, String through) {
      return new Settled("not_published", through, next, reason, notBefore, null, null, null);
    }
  }

  private VariantChange settle(Doubtful doubtful, Settled settled, String by) {
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
            update greenroom.attempt
            set settled_as = :as, settled_through = :through, settled_by = :by, settled_at = now(),
              altered = :altered
            where tenant_id = :tenantId and id = :id
            """)
        .bind("tenantId", tenantId)
        .bind("id", attempt.get().id())
        .bind("as", settled.as())
        .bind("through", settled.through())
        .bind("altered", settled.alteredText() != null)
        .bind("by", by)
        .execute();
    return new VariantChange.Changed(
        handle
            .createQuery(
                """
                update greenroom.variant set
                  state = :next, failure_reason = :failure, schedule_reason = coalesce(:held, schedule_reason),
                  not_before = coalesce(:notBefore, not_before),
                  missed_since = case when cast(:notBefore as timestamptz) is null then missed_since else LATE_SINCE end,
                  remote_id = :remoteId, remote_url = :remoteUrl,
                  altered_text = :altered, changed_by = :by
                where tenant_id = :tenantId and id = :variantId returning *
                """
                    .replace("LATE_SINCE", MissedPosts.LATE_SINCE))
            .bind("tenantId", tenantId)
            .bind("variantId", variantId)
            .bind("next", settled.next().wireName())
            .bind("failure", settled.next() == VariantState.FAILED ? settled.reason() : null)
            .bind("held", settled.next() == VariantState.APPROVED ? settled.reason() : null)
            .bind("notBefore", settled.notBefore())
            .bind("remoteId", settled.remoteId())
            .bind("remoteUrl", settled.remoteUrl())
            .bind("altered", settled.alteredText())
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
