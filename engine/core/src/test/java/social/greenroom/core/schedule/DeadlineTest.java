package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Instant END = Instant.parse("2026-11-20T16:00:00Z");
  private static final Deadline DEADLINE = new Deadline(END, ZoneId.of("Europe/Berlin"));

  @Test
  void theMomentItselfIsTheLastThatCounts() {
    assertThat(DEADLINE.allows(END)).isTrue();
    assertThat(DEADLINE.allows(END.plusMillis(1))).isFalse();
  }

  @Test
  void itIsToldInTheTalentsTimeWithTheFieldsName() {
    assertThat(DEADLINE.sentence())
        .isEqualTo(
            "The request lets nothing go out after Friday 20 November 2026, 17:00 (its"
                + " scheduleHint.notAfter).");
  }
}
