package social.greenroom.api.spacing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.talent.TalentRow;

/** Chosen posts with whose they are and what holds for them. */
record ChosenPosts(
    List<VariantRow> variants,
    Map<UUID, TalentRow> talents,
    Map<UUID, AccountRow> accounts,
    Map<UUID, PostRow> posts,
    Map<UUID, AccountPolicy> policies) {

  static ChosenPosts read(TenantSession session, List<VariantRow> variants) {
    var tenant = session.tenant().get();
    var talents = byId(session.talents().all(), TalentRow::id);
    var accounts = byId(session.accounts().all(), AccountRow::id);
    var posts = session.posts().byIds(variants.stream().map(VariantRow::postId).toList());
    var policies =
        variants.stream()
            .map(VariantRow::accountId)
            .distinct()
            .map(id -> known(accounts, id))
            .collect(
                Collectors.toMap(
                    AccountRow::id,
                    account ->
                        AccountPolicy.of(tenant, known(talents, account.talentId()), account)));
    return new ChosenPosts(variants, talents, accounts, byId(posts, PostRow::id), policies);
  }

  TalentRow talentOf(VariantRow variant) {
    return known(talents, variant.talentId());
  }

  AccountRow accountOf(VariantRow variant) {
    return known(accounts, variant.accountId());
  }

  PostRow postOf(VariantRow variant) {
    return known(posts, variant.postId());
  }

  AccountPolicy policyOf(VariantRow variant) {
    return known(policies, variant.accountId());
  }

  // Foreign keys make sure that each is there.
  private static <T> T known(Map<UUID, T> rows, UUID id) {
    return Objects.requireNonNull(rows.get(id), () -> "Nothing has the id " + id);
  }

  private static <T> Map<UUID, T> byId(Collection<T> rows, Function<T, UUID> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
