package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a post whose time passed while nothing could be sent.
 *
 * @param at when it still goes out; null where a person is asked
 * @param reason a sentence for people
 */
public record LateTime(@Nullable Instant at, String reason) {
  /** Even without a cooldown, what was missed doesn't go out all at once. */
  private static final Duration APART = Duration.ofMinutes(5);

  /**
   * The first time from now on that breaks no rule, where it is within the grace.
   *
   * @param due when it should have gone out
   * @param lastLate when the account's last missed post goes out; null for none
   * @param others the account's other posts
   */
  public static LateTime of(
      PostingRules rules,
      TalentDay day,
      Instant due,
      Instant now,
      @Nullable Instant lastLate,
      Collection<Instant> others) {
    var missed = rules.policy().missed();
    var said = missed.source().said("missed posts: " + missed.value().words());
    var words = new Obstacles(rules, others).words(due);
    if (!missed.value().allows(Duration.between(due, now))) {
      return ask(words, said, "");
    }
    var from = lastLate == null || lastLate.plus(APART).isBefore(now) ? now : lastLate.plus(APART);
    var violation = day.check(rules, from, others);
    var at = violation.isEmpty() ? from : violation.get().earliest();
    var why = violation.map(found -> " " + found.sentence()).orElse("");
    if (at == null || !missed.value().allows(Duration.between(due, at))) {
      return ask(words, said, why);
    }
    return new LateTime(
        at,
        "It was due on %s, while nothing could be sent, and goes out late (%s).%s"
            .formatted(words, said, why));
  }

  /**
   * What a person is asked where the grace is over before {@code again}, the next time that it is
   * tried; empty where it isn't.
   *
   * @param due when it should have gone out
   */
  public static Optional<String> over(PostingRules rules, Instant due, Instant again) {
    var missed = rules.policy().missed();
    if (missed.value().allows(Duration.between(due, again))) {
      return Optional.empty();
    }
    var said = missed.source().said("missed posts: " + missed.value().words());
    return Optional.of(ask(new Obstacles(rules, List.of()).words(due), said, "").reason());
  }

  private static LateTime ask(String due, String said, String why) {
    return new LateTime(
        null,
        "It was due on %s, while nothing could be sent; approve it again, with a new time (%s).%s"
            .formatted(due, said, why));
  }
}
