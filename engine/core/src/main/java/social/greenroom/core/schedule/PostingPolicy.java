package social.greenroom.core.schedule;

import java.time.Duration;
import java.util.List;

/**
 * When and how much an account posts, each rule with who said it.
 *
 * @param dailyCap posts a local day of the account; 0 stops all
 * @param cooldown the least time between two posts of the account
 * @param slots the week's slots, sorted; never empty
 * @param blackouts times in which nothing goes out
 * @param embargo the time outside of which nothing goes out
 * @param missed what becomes of a post whose time passed while nothing could be sent
 */
public record PostingPolicy(
    Sourced<Integer> dailyCap,
    Sourced<Duration> cooldown,
    Sourced<List<WeeklySlot>> slots,
    Sourced<List<Blackout>> blackouts,
    Sourced<Embargo> embargo,
    Sourced<MissedPolicy> missed) {
  /** Posts a day where nobody says. */
  public static final int DEFAULT_DAILY_CAP = 2;

  /** Between two posts where nobody says. */
  public static final Duration DEFAULT_COOLDOWN = Duration.ofHours(4);

  /** What holds where nobody says anything. */
  public static final PostingPolicy DEFAULT =
      new PostingPolicy(
          Sourced.byDefault(DEFAULT_DAILY_CAP),
          Sourced.byDefault(DEFAULT_COOLDOWN),
          Sourced.byDefault(WeeklySlot.DEFAULTS),
          Sourced.byDefault(List.of()),
          Sourced.byDefault(Embargo.NONE),
          Sourced.byDefault(MissedPolicy.DEFAULT));

  public PostingPolicy {
    slots =
        slots.value().isEmpty()
            ? Sourced.byDefault(WeeklySlot.DEFAULTS)
            : new Sourced<>(slots.value().stream().distinct().sorted().toList(), slots.source());
    blackouts = new Sourced<>(List.copyOf(blackouts.value()), blackouts.source());
    if (dailyCap.value() < 0) {
      throw new IllegalArgumentException("The daily cap is negative; use 0 to stop all posts.");
    }
    if (cooldown.value().isNegative()) {
      throw new IllegalArgumentException("The cooldown is negative; use 0 for none.");
    }
  }

  /** This one with what the source declares in place of what was said before, rule by rule. */
  public PostingPolicy narrowedBy(PostingDeclaration said, RuleSource source) {
    return new PostingPolicy(
        said.dailyCap() == null ? dailyCap : new Sourced<>(said.dailyCap(), source),
        said.cooldown() == null ? cooldown : new Sourced<>(said.cooldown(), source),
        said.slots().isEmpty() ? slots : new Sourced<>(said.slots(), source),
        said.blackouts() == null ? blackouts : new Sourced<>(said.blackouts(), source),
        said.embargo() == null ? embargo : new Sourced<>(said.embargo(), source),
        said.missed() == null ? missed : new Sourced<>(said.missed(), source));
  }

  /** Each rule with its value and who said it, for people; for example "cooldown 4 hours". */
  public List<RuleWords> inWords() {
    return List.of(
        new RuleWords("daily_cap", capInWords(), dailyCap.source()),
        new RuleWords("cooldown", cooldownInWords(), cooldown.source()),
        new RuleWords("slots", "%d slots a week".formatted(slots.value().size()), slots.source()),
        new RuleWords(
            "blackouts",
            switch (blackouts.value().size()) {
              case 0 -> "no blackouts";
              case 1 -> "1 blackout";
              default -> "%d blackouts".formatted(blackouts.value().size());
            },
            blackouts.source()),
        new RuleWords("embargo", embargoInWords(), embargo.source()),
        new RuleWords("missed", "missed posts: " + missed.value().words(), missed.source()));
  }

  String capInWords() {
    return "daily cap %d".formatted(dailyCap.value());
  }

  String cooldownInWords() {
    return "cooldown " + Durations.inWords(cooldown.value());
  }

  private String embargoInWords() {
    var from = embargo.value().notBefore();
    var until = embargo.value().notAfter();
    if (from == null) {
      return until == null ? "no embargo" : "nothing after " + until;
    }
    return until == null ? "nothing before " + from : "only from %s to %s".formatted(from, until);
  }
}
