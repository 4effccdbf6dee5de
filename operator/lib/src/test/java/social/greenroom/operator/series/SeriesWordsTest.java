package social.greenroom.operator.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.core.series.Occurrence;

class SeriesWordsTest {
  private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-23T09:00");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aRequestIsNamedAfterItsSeriesAndTime() {
    assertThat(SeriesWords.requestName("tip", NINE)).isEqualTo("tip-20261123-0900");
    assertThat(SeriesWords.requestName("tip", NINE.plusSeconds(30)))
        .isEqualTo("tip-20261123-090030");
  }

  @Test
  void longNamesStayNamesAndApart() {
    var one = SeriesWords.requestName("a".repeat(219) + ".-" + "b".repeat(30), NINE);
    var other = SeriesWords.requestName("a".repeat(219) + ".-" + "c".repeat(30), NINE);
    assertThat(one)
        .isNotEqualTo(other)
        .hasSizeLessThanOrEqualTo(253)
        .matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$");
  }

  @Test
  void whatWasMissedIsToldWithItsReason() {
    var nine = new Occurrence(NINE, Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(SeriesWords.missed(List.of(nine), BERLIN, null))
        .isEqualTo(
            "Monday 23 November 2026 at 09:00 (Europe/Berlin) passed without a draft: nothing could be made then.");
    assertThat(SeriesWords.missed(List.of(nine, nine), BERLIN, "Aurora paused it."))
        .startsWith("2 times were missed. The last: Monday 23 November")
        .endsWith("Aurora paused it.");
  }
}
