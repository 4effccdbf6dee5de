package social.greenroom.operator.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.crds.request.RequestPost;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.post.VariantRow;

/** What a request's status says of the posts it became. */
final class RequestPosts {
  private RequestPosts() {}

  /**
   * The first of the variants.
   *
   * @param accounts those of these ids
   */
  static List<RequestPost> of(
      List<VariantRow> variants, Function<Collection<UUID>, List<AccountRow>> accounts) {
    if (variants.isEmpty()) {
      return List.of();
    }
    var told = variants.stream().limit(PostRequestStatus.POSTS).toList();
    var names = names(accounts.apply(ids(told)));
    return told.stream().map(variant -> post(variant, names.get(variant.accountId()))).toList();
  }

  private static Set<UUID> ids(List<VariantRow> variants) {
    return variants.stream().map(VariantRow::accountId).collect(Collectors.toSet());
  }

  private static Map<UUID, String> names(List<AccountRow> accounts) {
    return accounts.stream().collect(Collectors.toMap(AccountRow::id, AccountRow::name));
  }

  private static RequestPost post(VariantRow variant, @Nullable String account) {
    return new RequestPost(
        variant.id().toString(),
        account,
        word(variant.state()),
        whole(variant.publishedAt() == null ? variant.dueAt() : variant.publishedAt()),
        cut(reason(variant)));
  }

  private static @Nullable String reason(VariantRow variant) {
    return switch (variant.state()) {
      case FAILED, UNKNOWN -> variant.failureReason();
      case CANCELLED -> variant.cancelledReason();
      case DRAFT, BLOCKED, AWAITING_APPROVAL, APPROVED, QUEUED, PUBLISHING, REJECTED ->
          variant.scheduleReason();
      // What had held it holds it no more.
      case PUBLISHED, TAKEN_DOWN -> null;
    };
  }

  /** {@code awaiting_approval} as {@code AwaitingApproval}. */
  private static String word(VariantState state) {
    return Stream.of(state.name().split("_", -1))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static @Nullable Instant whole(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** What is empty isn't written, and read back as nothing. */
  private static @Nullable String cut(@Nullable String reason) {
    if (reason == null || reason.isEmpty()) {
      return null;
    }
    return reason.substring(0, Math.min(reason.length(), Bounds.SENTENCE));
  }
}
