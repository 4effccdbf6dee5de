package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When what follows a post goes out, as far as the account's rules say. It belongs to its post:
 * caps and cooldowns don't count it, and right after the one before it neither quiet hours nor
 * blackouts break it off. Later it is like any other post: it keeps to them, and beyond the grace
 * for missed posts a person is asked.
 *
 * @param at when it may go out, now at the earliest; null where a person is asked
 * @param reason a sentence for people, why not now; empty where it may go out now
 */
public record FollowTime(@Nullable Instant at, String reason) {
  /** So soon after the one before it, it goes out in the same breath, and isn't late. */
  public static final Duration BREATH = Duration.ofMinutes(15);

  /**
   * When it may go out.
   *
   * @param before when the one before it in its thread was sent, or the post itself
   * @param wanted when a person last said that it should go on; null where nobody did
   */
  public static FollowTime of(
      PostingRules rules, Instant before, @Nullable Instant wanted, Instant now) {
    var obstacles = new Obstacles(rules, List.of());
    var obstacle =
        now.isAfter(before.plus(BREATH)) ? obstacles.closed(now) : obstacles.embargo(now);
    var why = obstacle.map(found -> " " + found.sentence()).orElse("");
    var at = obstacle.isEmpty() ? now : opens(obstacles, now);
    var due = due(obstacles, before, wanted);
    if (at == null || late(rules, due, at)) {
      return new FollowTime(null, asked(rules, obstacles.words(due)) + why);
    }
    return new FollowTime(at, why.strip());
  }

  /** A person who says in quiet hours that it should go on means: when they are over. */
  private static Instant due(Obstacles obstacles, Instant before, @Nullable Instant wanted) {
    if (wanted == null || wanted.isBefore(before)) {
      return before;
    }
    var opens = opens(obstacles, wanted);
    return opens == null ? wanted : opens;
  }

  private static boolean late(PostingRules rules, Instant due, Instant at) {
    return at.isAfter(due.plus(BREATH))
        && !rules.policy().missed().value().allows(Duration.between(due, at));
  }

  private static String asked(PostingRules rules, String due) {
    var missed = rules.policy().missed();
    return "It was to go out on %s, and would come too late; have it tried again all the same, or leave it out (%s)."
        .formatted(due, missed.source().said("missed posts: " + missed.value().words()));
  }

  private static @Nullable Instant opens(Obstacles obstacles, Instant from) {
    var candidate = from;
    // Each obstacle clears strictly later than the candidate, and there are finitely many.
    for (var closed = obstacles.closed(candidate);
        closed.isPresent();
        closed = obstacles.closed(candidate)) {
      var clear = closed.get().clearFrom();
      if (clear == null) {
        return null;
      }
      candidate = clear;
    }
    return candidate;
  }
}
