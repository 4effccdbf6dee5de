package social.greenroom.store.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.SaidText;
import social.greenroom.core.post.VariantState;

/** Looks for what an account of the session's tenant said already, or is about to say. */
public final class RepeatRepository {
  private static final Set<VariantState> SENT =
      Set.of(VariantState.PUBLISHED, VariantState.PUBLISHING, VariantState.UNKNOWN);

  /** A post may go out so much later than it was due. */
  private static final Duration LATE = Duration.ofDays(2);

  private final UUID tenantId;
  private final Handle handle;

  public RepeatRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Another post of the account that says the same and went out, or will, around that time. */
  public Optional<Repeat> around(VariantRow variant, Instant at) {
    return nearest(variant, at, at.plus(Repeat.WINDOW), false);
  }

  /** Another post of the account that says the same and went out before that time. */
  public Optional<Repeat> before(VariantRow variant, Instant at) {
    return nearest(variant, at, at, true);
  }

  private Optional<Repeat> nearest(
      VariantRow variant, Instant at, Instant until, boolean sentOnly) {
    var said = SaidText.of(variant.content());
    return handle
        .createQuery(
            """
            select id, state, payload, coalesce(published_at, due_at) as at from greenroom.variant
            where tenant_id = :tenantId and account_id = :accountId and id <> :id
              and state in ('approved', 'queued', 'publishing', 'unknown', 'published')
              and due_at >= :from and due_at <= :until
            """)
        .bind("tenantId", tenantId)
        .bind("accountId", variant.accountId())
        .bind("id", variant.id())
        .bind("from", at.minus(Repeat.WINDOW).minus(LATE))
        .bind("until", until)
        .mapTo(Other.class)
        .stream()
        .filter(other -> !sentOnly || SENT.contains(other.state()))
        .filter(other -> other.at().isAfter(at.minus(Repeat.WINDOW)))
        .filter(other -> said.sameAs(SaidText.of(CanonicalPayload.read(other.payload()))))
        .map(other -> new Repeat(other.id(), other.state(), other.at()))
        .min(Comparator.comparing(other -> Duration.between(other.at(), at).abs()));
  }

  /** A post of the account, as far as it is compared. */
  public record Other(UUID id, VariantState state, String payload, Instant at) {}
}
