package social.greenroom.store.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /**
   * Another post of the account that says the same and went out, or will, around that time.
   *
   * @param window how far apart they count as one; none does where it is zero
   */
  public Optional<Repeat> around(VariantRow variant, Instant at, Duration window) {
    if (window.isZero()) {
      return Optional.empty();
    }
    var others = others(List.of(variant.accountId()), at.minus(window), at.plus(window));
    return nearest(variant, others, at, window);
  }

  /**
   * For each of these variants, by id, another post of its account that says the same and went out
   * before that time; none for those that say something new.
   *
   * @param windows by the account's id, how long before still counts; nothing does where it is zero
   */
  public Map<UUID, Repeat> before(
      Collection<VariantRow> variants, Instant at, Map<UUID, Duration> windows) {
    var longest = windows.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    var accounts =
        variants.stream()
            .map(VariantRow::accountId)
            .filter(account -> !window(windows, account).isZero())
            .distinct()
            .toList();
    var others =
        others(accounts, at.minus(longest), at).stream()
            .filter(other -> SENT.contains(other.state()))
            .collect(Collectors.groupingBy(Other::accountId));
    var repeats = new HashMap<UUID, Repeat>();
    for (var variant : variants) {
      var account = variant.accountId();
      nearest(variant, others.getOrDefault(account, List.of()), at, window(windows, account))
          .ifPresent(repeat -> repeats.put(variant.id(), repeat));
    }
    return repeats;
  }

  private static Duration window(Map<UUID, Duration> windows, UUID account) {
    return windows.getOrDefault(account, Duration.ZERO);
  }

  private List<Other> others(Collection<UUID> accounts, Instant since, Instant until) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            select id, account_id, state, payload, coalesce(published_at, due_at) as at from greenroom.variant
            where tenant_id = :tenantId and account_id = any(:accountIds)
              and state in ('approved', 'queued', 'publishing', 'unknown', 'published')
              and due_at >= :from and due_at <= :until
            """)
        .bind("tenantId", tenantId)
        .bindArray("accountIds", UUID.class, accounts.toArray())
        .bind("from", since.minus(LATE))
        .bind("until", until)
        .mapTo(Other.class)
        .list();
  }

  private static Optional<Repeat> nearest(
      VariantRow variant, List<Other> others, Instant at, Duration window) {
    return said(variant.payload())
        .flatMap(
            said ->
                others.stream()
                    .filter(other -> !other.id().equals(variant.id()))
                    .filter(other -> other.at().isAfter(at.minus(window)))
                    .filter(other -> said(other.payload()).filter(said::sameAs).isPresent())
                    .map(other -> new Repeat(other.id(), other.state(), other.at()))
                    .min(Comparator.comparing(other -> Duration.between(other.at(), at).abs())));
  }

  /** Empty for what can't be read any more: whoever sends refuses that by itself. */
  private static Optional<SaidText> said(String payload) {
    try {
      return Optional.of(SaidText.of(CanonicalPayload.read(payload)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A post of the account, as far as it is compared. */
  public record Other(UUID id, UUID accountId, VariantState state, String payload, Instant at) {}
}
