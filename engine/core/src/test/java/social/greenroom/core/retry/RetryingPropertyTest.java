package social.greenroom.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RetryingPropertyTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Property
  void aPauseLiesBetweenNothingAndItsBound(
      @ForAll @LongRange(min = 1, max = 60_000) long first,
      @ForAll @LongRange(min = 60_000, max = 86_400_000) long longest,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int made,
      @ForAll long seed) {
    var retrying = new Retrying(Duration.ofMillis(first), Duration.ofMillis(longest), 8, DAY);
    assertThat(retrying.pause(made, new Random(seed)))
        .isBetween(Duration.ZERO, retrying.bound(made));
    assertThat(retrying.bound(made)).isLessThanOrEqualTo(Duration.ofMillis(longest));
  }

  @Property
  void theBoundDoublesUntilItIsTheLongest(
      @ForAll @LongRange(min = 1, max = 60_000) long first,
      @ForAll @LongRange(min = 60_000, max = 86_400_000) long longest,
      @ForAll @IntRange(min = 1, max = 40) int made) {
    var retrying = new Retrying(Duration.ofMillis(first), Duration.ofMillis(longest), 8, DAY);
    var doubled = retrying.bound(made).multipliedBy(2);
    assertThat(retrying.bound(made + 1))
        .isEqualTo(Duration.ofMillis(Math.min(doubled.toMillis(), longest)));
  }

  @Property
  void itEndsByCountAndByTime(
      @ForAll @IntRange(min = 1, max = 50) int tries,
      @ForAll @IntRange(min = 0, max = 60) int made,
      @ForAll @LongRange(min = 0, max = 200_000) long seconds) {
    var retrying = new Retrying(Duration.ofSeconds(1), Duration.ofMinutes(1), tries, DAY);
    assertThat(retrying.over(made, Duration.ofSeconds(seconds)))
        .isEqualTo(made >= tries || seconds >= 86_400);
  }

  // Full jitter, and not a bound with a little noise: the whole range is used, evenly.
  @Example
  void everyPauseBelowTheBoundIsAsLikely() {
    var retrying = new Retrying(Duration.ofSeconds(10), Duration.ofMinutes(1), 8, DAY);
    var random = new Random(7);
    int draws = 40_000;
    var tenths = new Integer[10];
    Arrays.fill(tenths, 0);
    IntStream.range(0, draws)
        .mapToLong(i -> retrying.pause(1, random).toMillis())
        .forEach(millis -> tenths[(int) Math.min(9, millis / 1000)]++);
    assertThat(tenths).allSatisfy(hits -> assertThat(hits).isBetween(3_700, 4_300));
  }
}
