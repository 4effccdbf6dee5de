package social.greenroom.api.variant;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.ApprovalRule;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.talent.TalentRow;

/** Everything variants are shown with, read at once for a whole list. */
record VariantSource(
    Map<UUID, TalentRow> talents,
    Map<UUID, AccountRow> accounts,
    Map<UUID, PostRow> posts,
    Map<UUID, List<AttemptRow>> attempts,
    Map<UUID, List<FollowUpRow>> followUps,
    Map<UUID, List<FollowUpAttemptRow>> followUpAttempts,
    Map<UUID, String> holds,
    Map<UUID, ApprovalRule> rules) {
  static VariantSource read(TenantSession session, Collection<VariantRow> variants) {
    var posts = variants.stream().map(VariantRow::postId).distinct().toList();
    var ids = variants.stream().map(VariantRow::id).toList();
    return new VariantSource(
        byId(session.talents().all(), TalentRow::id),
        byId(session.accounts().all(), AccountRow::id),
        byId(session.posts().byIds(posts), PostRow::id),
        session.attempts().of(ids).stream().collect(Collectors.groupingBy(AttemptRow::variantId)),
        session.followUps().of(ids).stream().collect(Collectors.groupingBy(FollowUpRow::variantId)),
        session.followUps().attempts(ids).stream()
            .collect(Collectors.groupingBy(FollowUpAttemptRow::variantId)),
        holds(session, variants),
        rules(session, variants));
  }

  /** Why nothing is sent, by account, for what would otherwise go out by itself. */
  private static Map<UUID, String> holds(TenantSession session, Collection<VariantRow> variants) {
    var holds = new HashMap<UUID, String>();
    variants.stream()
        .filter(row -> row.state() == VariantState.APPROVED || row.state() == VariantState.QUEUED)
        .collect(Collectors.toMap(VariantRow::accountId, VariantRow::talentId, (one, same) -> one))
        .forEach(
            (account, talent) ->
                session
                    .stops()
                    .reason(talent, account)
                    .ifPresent(reason -> holds.put(account, reason)));
    return holds;
  }

  /** Who may approve, by talent. */
  private static Map<UUID, ApprovalRule> rules(
      TenantSession session, Collection<VariantRow> variants) {
    var rules = new HashMap<UUID, ApprovalRule>();
    variants.stream()
        .map(VariantRow::talentId)
        .distinct()
        .forEach(talent -> rules.put(talent, Consent.rule(session, talent)));
    return rules;
  }

  TalentRow talentOf(VariantRow variant) {
    return found(talents, variant.talentId());
  }

  AccountRow accountOf(VariantRow variant) {
    return found(accounts, variant.accountId());
  }

  PostRow postOf(VariantRow variant) {
    return found(posts, variant.postId());
  }

  /** Why nothing is sent for the variant now; null when it may go. */
  @Nullable String holdOn(VariantRow variant) {
    return holds.get(variant.accountId());
  }

  ApprovalRule ruleOf(VariantRow variant) {
    return found(rules, variant.talentId());
  }

  List<AttemptRow> attemptsOf(VariantRow variant) {
    return attempts.getOrDefault(variant.id(), List.of());
  }

  List<FollowUpRow> followUpsOf(VariantRow variant) {
    return followUps.getOrDefault(variant.id(), List.of());
  }

  /** The attempt at it that nobody knows the outcome of; null when there is none. */
  @Nullable FollowUpAttemptRow doubtOf(FollowUpRow followUp) {
    return followUpAttempts.getOrDefault(followUp.variantId(), List.of()).stream()
        .filter(attempt -> attempt.position() == followUp.position())
        .filter(FollowUpAttemptRow::inDoubt)
        .findFirst()
        .orElse(null);
  }

  private static <T> Map<UUID, T> byId(List<T> rows, Function<T, UUID> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  // Foreign keys make sure that it is there.
  private static <T> T found(Map<UUID, T> rows, UUID id) {
    var row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException("A variant refers to %s, which isn't there.".formatted(id));
    }
    return row;
  }
}
