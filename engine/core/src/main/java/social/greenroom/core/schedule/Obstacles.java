package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Looks for the rule an instant breaks, given the account's other posts. */
record Obstacles(PostingRules rules, Collection<Instant> others) {
  // Two posts of one account never share an instant, even without a cooldown.
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

  Optional<Obstacle> at(Instant at) {
    return blackout(at).or(() -> dailyCap(at)).or(() -> cooldown(at));
  }

  private Optional<Obstacle> blackout(Instant at) {
    return rules.blackouts().stream()
        .filter(blackout -> blackout.contains(at))
        .max(Comparator.comparing(Blackout::to))
        .map(
            blackout ->
                new Obstacle(
                    "blackout",
                    "%s is inside %s, which ends on %s."
                        .formatted(words(at), blackout.named(), words(blackout.to())),
                    blackout.to()));
  }

  private Optional<Obstacle> dailyCap(Instant at) {
    var day = rules.localDay(at);
    var posts = others.stream().filter(other -> rules.localDay(other).equals(day)).count();
    if (posts < rules.dailyCap()) {
      return Optional.empty();
    }
    if (rules.dailyCap() == 0) {
      return Optional.of(
          new Obstacle(
              "daily_cap", "The daily cap is 0, so nothing goes out; raise it to post.", null));
    }
    return Optional.of(
        new Obstacle(
            "daily_cap",
            "%s would be post %d of a day that holds %d."
                .formatted(words(at), posts + 1, rules.dailyCap()),
            day.plusDays(1).atStartOfDay(rules.zone()).toInstant()));
  }

  private Optional<Obstacle> cooldown(Instant at) {
    return others.stream()
        .filter(other -> tooClose(at, other))
        .max(Comparator.naturalOrder())
        .map(
            other ->
                new Obstacle(
                    "cooldown",
                    "%s is less than %s from another post of the account, on %s."
                        .formatted(words(at), Durations.inWords(rules.cooldown()), words(other)),
                    other.plus(rules.cooldown().isZero() ? ONE_SECOND : rules.cooldown())));
  }

  private boolean tooClose(Instant at, Instant other) {
    return at.equals(other) || Durations.between(at, other).compareTo(rules.cooldown()) < 0;
  }

  String words(Instant at) {
    return TIME.format(at.atZone(rules.zone()));
  }
}
