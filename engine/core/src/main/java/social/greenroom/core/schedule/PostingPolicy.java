package social.greenroom.core.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and how much an account posts, each rule with who said it.
 *
 * @param dailyCap posts a local day of the account; 0 stops all
 * @param cooldown the least time between two posts of the account
 * @param slots the week's slots, sorted; never empty
 * @param blackouts times in which nothing goes out
 * @param embargo the time outside of which nothing goes out
 * @param missed what becomes of a post whose time passed while nothing could be sent
 * @param bestTimes the times of the week at which posts are seen most, sorted; may be empty
 * @param repeatWindow how long the same words need a second yes, at most a year; zero for never
 * @param quietHours hours of every day in which nothing goes out, which the talent alone sets; null
 *     for none
 */
public record PostingPolicy(
    Sourced<Integer> dailyCap,
    Sourced<Duration> cooldown,
    Sourced<List<WeeklySlot>> slots,
    Sourced<List<Blackout>> blackouts,
    Sourced<Embargo> embargo,
    Sourced<MissedPolicy> missed,
    Sourced<List<WeeklySlot>> bestTimes,
    Sourced<Duration> repeatWindow,
    @Nullable QuietHours quietHours) {
  /** Posts a day where nobody says. */
  public static final int DEFAULT_DAILY_CAP = 2;

  /** Between two posts where nobody says. */
  public static final Duration DEFAULT_COOLDOWN = Duration.ofHours(4);

  /** How long the same words need a second yes where nobody says. */
  public static final Duration DEFAULT_REPEAT_WINDOW = Duration.ofDays(7);

  private static final Duration LONGEST_REPEAT_WINDOW = Duration.ofDays(366);

  /** What holds where nobody says anything. */
  public static final PostingPolicy DEFAULT =
      new PostingPolicy(
          Sourced.byDefault(DEFAULT_DAILY_CAP),
          Sourced.byDefault(DEFAULT_COOLDOWN),
          Sourced.byDefault(WeeklySlot.DEFAULTS),
          Sourced.byDefault(List.of()),
          Sourced.byDefault(Embargo.NONE),
          Sourced.byDefault(MissedPolicy.DEFAULT),
          Sourced.byDefault(List.of()),
          Sourced.byDefault(DEFAULT_REPEAT_WINDOW),
          null);

  public PostingPolicy {
    slots =
        slots.value().isEmpty()
            ? Sourced.byDefault(WeeklySlot.DEFAULTS)
            : new Sourced<>(sorted(slots.value()), slots.source());
    bestTimes = new Sourced<>(sorted(bestTimes.value()), bestTimes.source());
    blackouts = new Sourced<>(List.copyOf(blackouts.value()), blackouts.source());
    if (dailyCap.value() < 0) {
      throw new IllegalArgumentException("The daily cap is negative; use 0 to stop all posts.");
    }
    if (cooldown.value().isNegative()) {
      throw new IllegalArgumentException("The cooldown is negative; use 0 for none.");
    }
    if (repeatWindow.value().isNegative()) {
      throw new IllegalArgumentException("The repeat window is negative; use 0 for none.");
    }
    if (repeatWindow.value().compareTo(LONGEST_REPEAT_WINDOW) > 0) {
      repeatWindow = new Sourced<>(LONGEST_REPEAT_WINDOW, repeatWindow.source());
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
        said.missed() == null ? missed : new Sourced<>(said.missed(), source),
        said.bestTimes().isEmpty() ? bestTimes : new Sourced<>(said.bestTimes(), source),
        said.repeatWindow() == null ? repeatWindow : new Sourced<>(said.repeatWindow(), source),
        quietHours);
  }

  /** This one with the ceiling of what the talent sets themselves over it. */
  public PostingPolicy under(OwnCaps own) {
    var pause = own.pause();
    return new PostingPolicy(
        dailyCap,
        pause == null || pause.compareTo(cooldown.value()) <= 0
            ? cooldown
            : new Sourced<>(pause, RuleSource.OWN),
        slots,
        blackouts,
        embargo,
        missed,
        bestTimes,
        repeatWindow,
        own.quietHours());
  }

  private static List<WeeklySlot> sorted(List<WeeklySlot> times) {
    return times.stream().distinct().sorted().toList();
  }

  /** Each rule with its value and who said it, for people; for example "cooldown 4 hours". */
  public List<RuleWords> inWords() {
    var words =
        new ArrayList<>(
            List.of(
                new RuleWords("daily_cap", capInWords(), dailyCap.source()),
                new RuleWords("cooldown", cooldownInWords(), cooldown.source()),
                new RuleWords(
                    "slots", "%d slots a week".formatted(slots.value().size()), slots.source()),
                new RuleWords(
                    "blackouts",
                    switch (blackouts.value().size()) {
                      case 0 -> "no blackouts";
                      case 1 -> "1 blackout";
                      default -> "%d blackouts".formatted(blackouts.value().size());
                    },
                    blackouts.source()),
                new RuleWords("embargo", embargoInWords(), embargo.source()),
                new RuleWords("missed", "missed posts: " + missed.value().words(), missed.source()),
                new RuleWords("best_times", bestTimesInWords(), bestTimes.source()),
                new RuleWords("repeats", repeatsInWords(), repeatWindow.source())));
    if (quietHours != null) {
      words.add(new RuleWords("quiet_hours", quietHours.words(), RuleSource.OWN));
    }
    return List.copyOf(words);
  }

  private String bestTimesInWords() {
    return switch (bestTimes.value().size()) {
      case 0 -> "no best times known";
      case 1 -> "1 best time a week";
      default -> "%d best times a week".formatted(bestTimes.value().size());
    };
  }

  private String repeatsInWords() {
    return repeatWindow.value().isZero()
        ? "the same words at any time"
        : "the same words not within " + Durations.inDays(repeatWindow.value());
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
