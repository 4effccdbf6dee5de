package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Spaces out posts of several accounts over some days: each gets a slot of its account at which no
 * rule is broken, given all the others. Arithmetic only; the same question has the same answer.
 *
 * @param now nothing is put at that time or before
 * @param talents the day of each talent, without the posts that are spaced out
 */
public record Spacing(SpacingDays days, Instant now, Map<UUID, TalentDay> talents) {

  /**
   * The time of each post, or why it stays, by the posts' ids and in their order. Of accounts that
   * share a talent's day the first comes first.
   */
  public Map<UUID, Spaced> of(List<AccountToSpace> accounts) {
    Set<UUID> staying = new LinkedHashSet<>();
    while (true) {
      var plan = attempt(accounts, staying);
      var left = plan.values().stream().filter(spaced -> spaced.at() == null).toList();
      // What stays keeps its time, which may be in the way of what was placed.
      if (!left.stream().map(Spaced::postId).map(staying::add).reduce(false, Boolean::logicalOr)) {
        return plan;
      }
    }
  }

  private Map<UUID, Spaced> attempt(List<AccountToSpace> accounts, Set<UUID> staying) {
    var plan = new LinkedHashMap<UUID, Spaced>();
    var byTalent = new LinkedHashMap<UUID, List<Instant>>();
    for (var account : accounts) {
      times(byTalent, account.talentId()).addAll(kept(account, staying));
    }
    for (var account : accounts) {
      var taken = times(byTalent, account.talentId());
      var occupied = new ArrayList<>(account.taken());
      occupied.addAll(kept(account, staying));
      var day = Objects.requireNonNull(talents.get(account.talentId())).and(taken);
      var spaced = new AccountSpacing(days, now, account.rules(), day, occupied);
      for (var post : spaced.of(account.posts(), staying)) {
        plan.put(post.postId(), post);
        addIfPresent(taken, post.at());
      }
    }
    return plan;
  }

  private static List<Instant> kept(AccountToSpace account, Set<UUID> staying) {
    var times = new ArrayList<Instant>();
    account.posts().stream()
        .filter(post -> staying.contains(post.id()))
        .forEach(post -> addIfPresent(times, post.keeps()));
    return times;
  }

  private static List<Instant> times(Map<UUID, List<Instant>> byTalent, UUID talent) {
    return byTalent.computeIfAbsent(talent, none -> new ArrayList<>());
  }

  private static void addIfPresent(List<Instant> times, @Nullable Instant at) {
    if (at != null) {
      times.add(at);
    }
  }
}
