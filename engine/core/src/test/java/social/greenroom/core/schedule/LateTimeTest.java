package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final RuleSource NORTH = RuleSource.tenant("north");

  @Test
  void withinTheGraceItGoesOutNow() {
    var late = late(rules(Duration.ofHours(4), MissedPolicy.DEFAULT), 90, null, List.of());
    assertThat(late.at()).isEqualTo(NOW);
    assertThat(late.reason())
        .isEqualTo(
            "It was due on Tuesday 24 November, 08:30, while nothing could be sent, and goes out"
                + " late (tenant north: missed posts: publish late within 2 hours).");
  }

  @Test
  void afterTheGraceAPersonIsAsked() {
    var late = late(rules(Duration.ofHours(4), MissedPolicy.DEFAULT), 121, null, List.of());
    assertThat(late.at()).isNull();
    assertThat(late.reason()).contains("approve it again").contains("tenant north");
  }

  @Test
  void whoWantsToBeAskedIsAskedAtOnce() {
    assertThat(late(rules(Duration.ZERO, MissedPolicy.ASK), 6, null, List.of()).at()).isNull();
  }

  @Test
  void theCooldownMovesItOnAndSaysSo() {
    var late =
        late(
            rules(Duration.ofHours(1), MissedPolicy.DEFAULT),
            30,
            null,
            List.of(NOW.minusSeconds(1200)));
    assertThat(late.at()).isEqualTo(NOW.plusSeconds(2400));
    assertThat(late.reason()).contains("cooldown 1 hour");
  }

  @Test
  void aCooldownThatLeadsOutOfTheGraceAsks() {
    var others = List.of(NOW.minusSeconds(1200));
    assertThat(late(rules(Duration.ofHours(4), MissedPolicy.DEFAULT), 30, null, others).at())
        .isNull();
  }

  @Property(tries = 200)
  void whatWasMissedNeverGoesOutInABurst(
      @ForAll @IntRange(max = 90) int cooldownMinutes,
      @ForAll @Size(max = 8) List<@IntRange(min = 5, max = 300) Integer> minutesLate) {
    var rules =
        rules(Duration.ofMinutes(cooldownMinutes), MissedPolicy.publishLate(Duration.ofHours(3)));
    var placed = new ArrayList<Instant>();
    @Nullable Instant last = null;
    for (var minutes : minutesLate) {
      var late = late(rules, minutes, last, placed);
      if (late.at() != null) {
        assertThat(late.at()).isAfterOrEqualTo(NOW);
        assertThat(Duration.between(NOW.minus(Duration.ofMinutes(minutes)), late.at()))
            .isLessThanOrEqualTo(Duration.ofHours(3));
        for (var other : placed) {
          assertThat(Duration.between(other, late.at()).abs())
              .isGreaterThanOrEqualTo(Duration.ofMinutes(Math.max(5, cooldownMinutes)));
        }
        last = late.at();
        placed.add(late.at());
      }
    }
  }

  private static LateTime late(
      PostingRules rules, int minutesLate, @Nullable Instant last, List<Instant> others) {
    return LateTime.of(
        rules,
        new TalentDay(ZoneOffset.UTC, null, others),
        NOW.minus(Duration.ofMinutes(minutesLate)),
        NOW,
        last,
        others);
  }

  private static PostingRules rules(Duration cooldown, MissedPolicy missed) {
    return new PostingRules(
        ZoneOffset.UTC,
        PostingPolicy.DEFAULT.narrowedBy(
            new PostingDeclaration(20, cooldown, List.of(), null, null, missed), NORTH));
  }
}
