package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowTimeTest {
  private static final Instant EVENING = Instant.parse("2026-11-24T21:55:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
  private static final MissedPolicy TWELVE_HOURS = MissedPolicy.publishLate(Duration.ofHours(12));

  @Test
  void aThreadThatRunsIntoQuietHoursIsntBrokenOff() {
    assertThat(after(Duration.ofMinutes(15), quiet(TWELVE_HOURS)).at())
        .isEqualTo(EVENING.plus(Duration.ofMinutes(15)));
  }

  @Test
  void whatWasHeldLongerWaitsForTheirEndAndSaysSo() {
    var time = after(Duration.ofMinutes(16), quiet(TWELVE_HOURS));
    assertThat(time.at()).isEqualTo(MORNING);
    assertThat(time.reason())
        .isEqualTo(
            "Tuesday 24 November, 22:11 is inside the quiet hours, which end on Wednesday"
                + " 25 November, 08:00 (set by the talent: quiet hours 22:00 to 08:00).");
  }

  @Test
  void aNightThatIsLongerThanTheGraceAsksAPerson() {
    var time = after(Duration.ofMinutes(16), quiet(MissedPolicy.DEFAULT));
    assertThat(time.at()).isNull();
    assertThat(time.reason())
        .startsWith("It was to go out on Tuesday 24 November, 21:55, and would come too late;")
        .contains("(default: missed posts: publish late within 2 hours)")
        .endsWith("(set by the talent: quiet hours 22:00 to 08:00).");
  }

  @Test
  void whatComesTooLateAsksAPersonWhateverTheHour() {
    var open = rules(MissedPolicy.DEFAULT, List.of(), null);
    assertThat(after(Duration.ofHours(2), open).at()).isNotNull();
    assertThat(after(Duration.ofHours(2).plusSeconds(1), open).at()).isNull();
    var ask = rules(MissedPolicy.ASK, List.of(), null);
    assertThat(after(Duration.ofMinutes(15), ask).at()).isNotNull();
    assertThat(after(Duration.ofMinutes(16), ask).at()).isNull();
  }

  @Test
  void aBlackoutHoldsWhatWasHeldAlready() {
    var ends = EVENING.plus(Duration.ofHours(1));
    var rules = rules(MissedPolicy.DEFAULT, List.of(new Blackout(EVENING, ends, "mourning")), null);
    assertThat(after(Duration.ofMinutes(1), rules).at())
        .isEqualTo(EVENING.plus(Duration.ofMinutes(1)));
    assertThat(after(Duration.ofMinutes(20), rules).at()).isEqualTo(ends);
    assertThat(after(Duration.ofMinutes(20), rules).reason()).contains("mourning");
  }

  @Test
  void nothingGoesOutAfterAnEmbargoNotEvenTheRestOfAThread() {
    var rules =
        new PostingRules(
            ZoneOffset.UTC,
            PostingPolicy.DEFAULT.narrowedBy(
                new PostingDeclaration(
                    null, null, List.of(), null, new Embargo(null, EVENING.plusSeconds(60)), null),
                RuleSource.DEFAULT));
    assertThat(after(Duration.ofSeconds(60), rules).at()).isNotNull();
    assertThat(after(Duration.ofSeconds(61), rules).at()).isNull();
    assertThat(after(Duration.ofSeconds(61), rules).reason()).contains("Nothing goes out after");
  }

  @Test
  void aPersonWhoSaysGoOnInTheNightMeansTheMorningAndIsntAskedAgain() {
    var wanted = EVENING.plus(Duration.ofHours(3));
    var rules = quiet(MissedPolicy.ASK);
    assertThat(FollowTime.of(rules, EVENING, wanted, wanted).at()).isEqualTo(MORNING);
    assertThat(FollowTime.of(rules, EVENING, wanted, MORNING.plusSeconds(5)).at())
        .isEqualTo(MORNING.plusSeconds(5));
    assertThat(FollowTime.of(rules, EVENING, wanted, MORNING.plus(Duration.ofDays(1))).at())
        .as("after another day nobody knows whether it is still wanted")
        .isNull();
  }

  private static FollowTime after(Duration pause, PostingRules rules) {
    return FollowTime.of(rules, EVENING, null, EVENING.plus(pause));
  }

  private static PostingRules quiet(MissedPolicy missed) {
    return rules(missed, List.of(), NIGHT);
  }

  private static PostingRules rules(
      MissedPolicy missed, List<Blackout> blackouts, @Nullable QuietHours quiet) {
    var said = new PostingDeclaration(null, null, List.of(), blackouts, null, missed);
    return new PostingRules(
        ZoneOffset.UTC,
        PostingPolicy.DEFAULT
            .narrowedBy(said, RuleSource.DEFAULT)
            .under(new OwnCaps(null, null, quiet)));
  }
}
