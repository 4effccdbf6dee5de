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
    return closed(at).or(() -> dailyCap(at)).or(() -> cooldown(at));
  }

  /** The rule that lets nothing out at that time, whatever else was posted. */
  Optional<Obstacle> closed(Instant at) {
    return embargo(at).or(() -> blackout(at)).or(() -> quietHours(at));
  }

  Optional<Obstacle> embargo(Instant at) {
    var embargo = rules.policy().embargo();
    var from = embargo.value().notBefore();
    var until = embargo.value().notAfter();
    if (from != null && embargo.value().tooEarly(at)) {
      return Optional.of(
          new Obstacle(
              "embargo",
              "%s is before the embargo ends, on %s (%s)."
                  .formatted(words(at), words(from), embargo.source().said("embargo")),
              from));
    }
    if (until != null && embargo.value().tooLate(at)) {
      return Optional.of(
          new Obstacle(
              "embargo",
              "Nothing goes out after %s (%s); move that to post."
                  .formatted(words(until), embargo.source().said("embargo")),
              null));
    }
    return Optional.empty();
  }

  private Optional<Obstacle> blackout(Instant at) {
    return rules.blackouts().stream()
        .filter(blackout -> blackout.contains(at))
        .max(Comparator.comparing(Blackout::to))
        .map(
            blackout ->
                new Obstacle(
                    "blackout",
                    "%s is inside %s, which ends on %s (%s)."
                        .formatted(
                            words(at),
                            blackout.named(),
                            words(blackout.to()),
                            rules.policy().blackouts().source().said("blackout")),
                    blackout.to()));
  }

  private Optional<Obstacle> quietHours(Instant at) {
    var hours = rules.policy().quietHours();
    return hours == null
        ? Optional.empty()
        : hours
            .endOf(at, rules.zone())
            .map(
                end ->
                    new Obstacle(
                        "quiet_hours",
                        "%s is inside the quiet hours, which end on %s (%s)."
                            .formatted(words(at), words(end), RuleSource.OWN.said(hours.words())),
                        end));
  }

  private Optional<Obstacle> dailyCap(Instant at) {
    var day = rules.localDay(at);
    var posts = others.stream().filter(other -> rules.localDay(other).equals(day)).count();
    if (posts < rules.dailyCap()) {
      return Optional.empty();
    }
    var source = rules.policy().dailyCap().source();
    if (rules.dailyCap() == 0) {
      return Optional.of(
          new Obstacle(
              "daily_cap",
              "The daily cap is 0, so nothing goes out; raise it to post (%s)."
                  .formatted(source.said(rules.policy().capInWords())),
              null));
    }
    return Optional.of(
        new Obstacle(
            "daily_cap",
            "%s would be post %d of a day that holds %d (%s)."
                .formatted(
                    words(at),
                    posts + 1,
                    rules.dailyCap(),
                    source.said(rules.policy().capInWords())),
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
                    "%s is less than %s from another post of the account, on %s (%s)."
                        .formatted(
                            words(at),
                            Durations.inWords(rules.cooldown()),
                            words(other),
                            rules
                                .policy()
                                .cooldown()
                                .source()
                                .said(rules.policy().cooldownInWords())),
                    other.plus(rules.cooldown().isZero() ? ONE_SECOND : rules.cooldown())));
  }

  private boolean tooClose(Instant at, Instant other) {
    return at.equals(other) || Durations.between(at, other).compareTo(rules.cooldown()) < 0;
  }

  String words(Instant at) {
    return TIME.format(at.atZone(rules.zone()));
  }
}
