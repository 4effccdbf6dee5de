package social.greenroom.api.spacing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.AccountToSpace;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.core.schedule.Embargo;
import social.greenroom.core.schedule.PostToSpace;
import social.greenroom.core.schedule.Spaced;
import social.greenroom.core.schedule.Spacing;
import social.greenroom.core.schedule.SpacingDays;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;

/** Reads what holds for chosen posts, and plans their times. Changes nothing. */
record SpacingPlanner(TenantSession session, Instant now) {
  /** As far as the longest cooldown, a year, reaches from any day that can be chosen. */
  private static final Duration BACK = Duration.ofDays(367);

  private static final Duration AHEAD = Duration.ofDays(800);

  /** Those that a person may move; see {@code VariantActions}. */
  private static final Set<VariantState> MOVABLE =
      Set.of(VariantState.AWAITING_APPROVAL, VariantState.APPROVED, VariantState.QUEUED);

  SpacingPlan plan(SpacingWish wish, List<VariantRow> variants) {
    var chosen = ChosenPosts.read(session, variants);
    var movable = variants.stream().filter(row -> MOVABLE.contains(row.state())).toList();
    var ids = movable.stream().map(VariantRow::id).collect(Collectors.toSet());
    Map<UUID, List<Occupied>> taken = new HashMap<>();
    Map<UUID, TalentDay> talents = new HashMap<>();
    Map<UUID, AccountToSpace> accounts = new LinkedHashMap<>();
    for (var variant : movable) {
      var policy = chosen.policyOf(variant);
      var ofTalent = taken.computeIfAbsent(variant.talentId(), talent -> taken(talent, ids));
      talents.computeIfAbsent(
          variant.talentId(),
          talent -> policy.talentDay(ofTalent.stream().map(Occupied::at).toList()));
      accounts.computeIfAbsent(
          variant.accountId(),
          account ->
              new AccountToSpace(
                  variant.talentId(),
                  policy.rules(),
                  ofTalent.stream()
                      .filter(other -> other.accountId().equals(account))
                      .map(Occupied::at)
                      .toList(),
                  toSpace(movable, account, chosen)));
    }
    var spaced =
        new Spacing(new SpacingDays(wish.from(), wish.days()), now, talents)
            .of(List.copyOf(accounts.values()));
    return SpacingPlan.of(
        wish, variants.stream().map(row -> planned(row, chosen, spaced)).toList());
  }

  /** What is in the way: also other proposals, for what is spaced out keeps clear of them. */
  private List<Occupied> taken(UUID talent, Set<UUID> movable) {
    return session.planning().occupied(talent, null, now.minus(BACK), now.plus(AHEAD)).stream()
        .filter(other -> !movable.contains(other.variantId()))
        .filter(other -> !other.proposed() || other.at().isAfter(now))
        .toList();
  }

  private List<PostToSpace> toSpace(List<VariantRow> movable, UUID account, ChosenPosts chosen) {
    return movable.stream()
        .filter(row -> row.accountId().equals(account))
        .map(row -> toSpace(row, chosen))
        .toList();
  }

  private PostToSpace toSpace(VariantRow row, ChosenPosts chosen) {
    var waits = row.state() == VariantState.AWAITING_APPROVAL;
    var latest = chosen.postOf(row).notAfter();
    return new PostToSpace(
        row.id(),
        waits ? future(row.publishAt()) : row.dueAt(),
        waits ? null : new Embargo(row.windowFrom(), row.windowUntil()),
        latest == null ? null : new Deadline(latest, chosen.policyOf(row).zone()));
  }

  private @Nullable Instant future(@Nullable Instant at) {
    return at != null && at.isAfter(now) ? at : null;
  }

  private static PlannedPost planned(VariantRow row, ChosenPosts chosen, Map<UUID, Spaced> spaced) {
    return PlannedPost.of(
        row,
        Objects.requireNonNullElse(chosen.postOf(row).title(), ""),
        TalentRef.of(chosen.talentOf(row)),
        AccountRef.of(chosen.accountOf(row)),
        spaced.getOrDefault(row.id(), new Spaced(row.id(), null, false, fixed(row.state()))));
  }

  private static String fixed(VariantState state) {
    return switch (state) {
      case DRAFT, BLOCKED -> "It can be moved once it waits for approval.";
      case FAILED -> "It failed; try it again instead.";
      case AWAITING_APPROVAL,
          APPROVED,
          QUEUED,
          PUBLISHING,
          UNKNOWN,
          PUBLISHED,
          TAKEN_DOWN,
          REJECTED,
          CANCELLED ->
          "A post that is %s can't be moved any more."
              .formatted(state.wireName().replace('_', ' '));
    };
  }
}
