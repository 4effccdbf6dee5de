package social.greenroom.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.MissedPolicy;

class SeriesPlanTest {
  private static final Duration AHEAD = Duration.ofDays(3);
  private static final Instant FIRST = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void whatComesWithinTheTimeAheadIsDraftedOnce() {
    var before = FIRST.minus(Duration.ofHours(1));
    var plan = plan(before, before, Set.of(), 100, MissedPolicy.DEFAULT);
    assertThat(plan.wanted())
        .extracting(Occurrence::local)
        .containsExactly(day(23), day(24), day(25));
    assertThat(plan.missed()).isEmpty();
    assertThat(plan(before, before, Set.of(day(23), day(24)), 100, MissedPolicy.DEFAULT).wanted())
        .extracting(Occurrence::local)
        .containsExactly(day(25));
  }

  @Test
  void ofWhatWasMissedTheLatestIsDraftedWithinTheGrace() {
    var now = Instant.parse("2026-11-27T09:00:00Z");
    var plan = plan(FIRST.minusSeconds(1), now, Set.of(day(23)), 100, MissedPolicy.DEFAULT);
    assertThat(plan.late().local()).isEqualTo(day(27));
    assertThat(plan.missed())
        .extracting(Occurrence::local)
        .containsExactly(day(24), day(25), day(26));
    assertThat(plan.wanted()).extracting(Occurrence::local).startsWith(day(27), day(28));
  }

  @Test
  void beyondTheGraceAllAreMissed() {
    var now = Instant.parse("2026-11-27T12:00:00Z");
    var plan = plan(FIRST.minusSeconds(1), now, Set.of(), 100, MissedPolicy.DEFAULT);
    assertThat(plan.late()).isNull();
    assertThat(plan.missed()).hasSize(5);
    assertThat(plan(FIRST.minusSeconds(1), now, Set.of(), 100, MissedPolicy.ASK).late()).isNull();
  }

  @Test
  void whileNothingMayBeMadeTimesPass() {
    var plan = plan(FIRST.minusSeconds(1), FIRST.plusSeconds(60), Set.of(), 100, null);
    assertThat(plan.wanted()).isEmpty();
    assertThat(plan.missed()).extracting(Occurrence::local).containsExactly(day(23));
  }

  @Test
  void moreThanTheMostIsNeverWanted() {
    var plan =
        plan(FIRST.minusSeconds(1), FIRST.plusSeconds(60), Set.of(), 2, MissedPolicy.DEFAULT);
    assertThat(plan.wanted()).extracting(Occurrence::local).containsExactly(day(23), day(24));
    assertThat(plan(FIRST, FIRST, Set.of(), 0, MissedPolicy.DEFAULT).wanted()).isEmpty();
  }

  /** However the looks fall, every time is decided once, and each look drafts one late at most. */
  @Property(tries = 300)
  void everyTimeIsDecidedOnce(@ForAll List<@IntRange(min = 1, max = 200) Integer> pauses) {
    var known = new HashSet<LocalDateTime>();
    var decidedUntil = FIRST.minusSeconds(1);
    var now = decidedUntil;
    for (var hours : pauses) {
      now = now.plus(Duration.ofHours(hours));
      var plan = plan(decidedUntil, now, known, 1_000, MissedPolicy.DEFAULT);
      for (var one : plan.wanted()) {
        assertThat(known.add(one.local())).isTrue();
      }
      for (var one : plan.missed()) {
        assertThat(known.add(one.local())).isTrue();
        assertThat(one.at()).isBeforeOrEqualTo(now);
      }
      var until = now;
      assertThat(plan.wanted().stream().filter(one -> !one.at().isAfter(until)).count())
          .isLessThanOrEqualTo(1);
      decidedUntil = now;
    }
    var expected = new HashSet<LocalDateTime>();
    if (!pauses.isEmpty()) {
      daily()
          .between(FIRST.minusSeconds(1), now.plus(AHEAD), 5_000)
          .forEach(one -> expected.add(one.local()));
    }
    assertThat(known).isEqualTo(expected);
  }

  private static LocalDateTime day(int dayOfMonth) {
    return LocalDateTime.of(2026, 11, dayOfMonth, 9, 0);
  }

  private static SeriesPlan plan(
      Instant decidedUntil, Instant now, Set<LocalDateTime> known, int most, MissedPolicy policy) {
    return SeriesPlan.of(daily(), decidedUntil, now, known, AHEAD, most, policy);
  }

  private static Recurrence daily() {
    try {
      return Recurrence.of(
          new RecurrenceDeclaration("FREQ=DAILY", "2026-11-23T09:00", null, List.of()),
          ZoneId.of("Europe/Berlin"));
    } catch (InvalidRecurrenceException e) {
      throw new AssertionError(e);
    }
  }
}
