package social.greenroom.api.caps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.spacing.PlannedPost;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.AccountUnderCaps;
import social.greenroom.core.schedule.CapMoves;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.core.schedule.Embargo;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostToSpace;
import social.greenroom.core.schedule.Spaced;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantFilter;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.TalentRow;

/** Reads what a talent has scheduled, and plans what caps would move. Changes nothing. */
record CapsPlanner(TenantSession session, TalentRow talent, Instant now) {
  /** Those that have a time and can still move. */
  static final Set<VariantState> SCHEDULED = Set.of(VariantState.APPROVED, VariantState.QUEUED);

  /** Further than any pause or cooldown reaches. */
  private static final Duration BACK = Duration.ofDays(367);

  private static final Duration AHEAD = Duration.ofDays(800);
  private static final int PAGE = 500;

  CapsPlan plan(OwnCaps own) {
    var rows = scheduled().stream().collect(Collectors.toMap(VariantRow::id, Function.identity()));
    var posts =
        session.posts().byIds(rows.values().stream().map(VariantRow::postId).toList()).stream()
            .collect(Collectors.toMap(PostRow::id, Function.identity()));
    var accounts =
        session.accounts().all().stream()
            .filter(account -> account.talentId().equals(talent.id()))
            .collect(Collectors.toMap(AccountRow::id, Function.identity()));
    var moves = moves(own, rows, posts, accounts);
    var planned =
        moves.values().stream()
            .map(
                spaced -> {
                  var row = known(rows, spaced.postId());
                  return PlannedPost.of(
                      row,
                      Objects.requireNonNullElse(known(posts, row.postId()).title(), ""),
                      TalentRef.of(talent),
                      AccountRef.of(known(accounts, row.accountId())),
                      spaced);
                })
            .toList();
    return CapsPlan.of(planned, digest(own, planned));
  }

  private Map<UUID, Spaced> moves(
      OwnCaps own,
      Map<UUID, VariantRow> rows,
      Map<UUID, PostRow> posts,
      Map<UUID, AccountRow> accounts) {
    var tenant = session.tenant().get();
    var taken = taken(rows.keySet());
    var times = taken.stream().map(Occupied::at).toList();
    var byAccount = new LinkedHashMap<UUID, List<VariantRow>>();
    rows.values()
        .forEach(
            row -> byAccount.computeIfAbsent(row.accountId(), none -> new ArrayList<>()).add(row));
    @Nullable TalentDay declaredDay = null;
    @Nullable TalentDay cappedDay = null;
    var bound = new ArrayList<AccountUnderCaps>();
    for (var of : byAccount.entrySet()) {
      var account = known(accounts, of.getKey());
      var declared = AccountPolicy.of(tenant, talent, account, OwnCaps.NONE);
      var capped = AccountPolicy.of(tenant, talent, account, own);
      declaredDay = declared.talentDay(times);
      cappedDay = capped.talentDay(times);
      bound.add(
          new AccountUnderCaps(
              declared.rules(),
              capped.rules(),
              taken.stream()
                  .filter(other -> other.accountId().equals(account.id()))
                  .map(Occupied::at)
                  .toList(),
              of.getValue().stream()
                  .map(row -> toPlace(row, known(posts, row.postId()), capped))
                  .toList()));
    }
    return declaredDay == null || cappedDay == null
        ? Map.of()
        : new CapMoves(now, declaredDay, cappedDay).of(bound);
  }

  private List<VariantRow> scheduled() {
    var filter = new VariantFilter(SCHEDULED, talent.id(), null, null);
    var rows = new ArrayList<VariantRow>();
    @Nullable String cursor = null;
    do {
      var page = session.variants().list(filter, cursor, PAGE);
      rows.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return rows;
  }

  /** What went out or is on its way. What is only proposed gives way when it is approved. */
  private List<Occupied> taken(Set<UUID> movable) {
    return session.planning().occupied(talent.id(), null, now.minus(BACK), now.plus(AHEAD)).stream()
        .filter(other -> !movable.contains(other.variantId()) && !other.proposed())
        .toList();
  }

  private PostToSpace toPlace(VariantRow row, PostRow post, AccountPolicy policy) {
    var latest = post.notAfter();
    return new PostToSpace(
        row.id(),
        row.dueAt() == null ? now : row.dueAt(),
        new Embargo(row.windowFrom(), row.windowUntil()),
        latest == null ? null : new Deadline(latest, policy.zone()));
  }

  private static String digest(OwnCaps own, List<PlannedPost> posts) {
    var text =
        posts.stream()
            .map(
                post ->
                    "%s %d %s %s"
                        .formatted(
                            post.variantId(), post.version(), post.at(), post.needsApproval()))
            .collect(Collectors.joining("\n", own + "\n", ""));
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  // Foreign keys make sure that each is there.
  private static <T> T known(Map<UUID, T> rows, UUID id) {
    return Objects.requireNonNull(rows.get(id), () -> "Nothing has the id " + id);
  }
}
