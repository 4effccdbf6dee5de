package social.greenroom.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.RuleSource;
import social.greenroom.core.schedule.Schedule;

class BestTimesTest {
  @Test
  void eachHasItsSource() {
    for (var platform : Platform.values()) {
      BestTimes.of(platform)
          .ifPresent(
              best -> {
                assertThat(best.times()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(best.source()).startsWith("https://");
              });
    }
    assertThat(BestTimes.of(Platform.MASTODON)).isEmpty();
  }

  @Test
  void theNextOneThatIsFreeIsOnTheTalentsClock() {
    var rules =
        PostingRules.standard(ZoneId.of("Europe/Stockholm"))
            .withSlots(
                BestTimes.of(Platform.LINKEDIN).orElseThrow().times(),
                RuleSource.network("linkedin"));
    var monday = Instant.parse("2026-11-23T08:00:00Z");
    var tuesdayAtTen = Instant.parse("2026-11-24T09:00:00Z");
    var first = Schedule.nextSlot(rules, monday, List.of()).orElseThrow();
    assertThat(first.at()).isEqualTo(tuesdayAtTen);
    assertThat(first.reason()).contains("(network linkedin: slots)");
    assertThat(Schedule.nextSlot(rules, monday, List.of(tuesdayAtTen)).orElseThrow().at())
        .isEqualTo("2026-11-25T09:00:00Z");
  }
}
