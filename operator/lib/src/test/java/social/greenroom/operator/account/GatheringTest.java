package social.greenroom.operator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** When the accounts that wait are looked at. */
class GatheringTest {
  @Test
  void oneAloneWaitsAMoment() {
    assertThat(left(300, 300)).isEqualTo(Duration.ofMillis(700));
    assertThat(left(1000, 1000)).isZero();
  }

  @Test
  void eachFurtherOneIsWaitedFor() {
    assertThat(left(290_000, 100)).isEqualTo(Duration.ofMillis(900));
  }

  @Test
  void theFirstDoesNotWaitForEver() {
    assertThat(left(299_900, 0)).isEqualTo(Duration.ofMillis(100));
    assertThat(left(301_000, 0)).isNegative();
  }

  @Test
  void thoseThatAreComingAreWaitedFor() {
    assertThat(coming(200_000, 5000)).as("looks again").isEqualTo(Gathering.QUIET);
    assertThat(coming(301_000, 5000)).as("nor for ever").isNegative();
  }

  @Test
  void whetherMoreAreComingIsAskedWhenItIsQuietOnly() {
    BooleanSupplier asked = () -> fail("asked");
    assertThat(Gathering.left(Duration.ofMillis(300), Duration.ofMillis(200), asked))
        .isEqualTo(Duration.ofMillis(800));
    assertThat(Gathering.left(Duration.ofMinutes(6), Duration.ofMinutes(2), asked)).isNegative();
  }

  private static Duration left(int first, int last) {
    return Gathering.left(Duration.ofMillis(first), Duration.ofMillis(last), () -> false);
  }

  private static Duration coming(int first, int last) {
    return Gathering.left(Duration.ofMillis(first), Duration.ofMillis(last), () -> true);
  }
}
