package social.greenroom.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.retry.Retrying;

/**
 * A circuit breaker (Michael Nygard, "Release It!", 2007). Closed while the network answers; open,
 * so that nothing is sent, after some calls in a row that weren't answered; half open from {@code
 * probeAt} on: then one call tries, and closes it or opens it for longer.
 *
 * @param failures calls in a row that weren't answered
 * @param opened how often in a row it was opened
 * @param probeAt until when nothing is tried; null while it is closed
 * @param probing true while a call tries
 */
public record Circuit(int failures, int opened, @Nullable Instant probeAt, boolean probing) {
  /** So many may be bad luck; more are wasted, and on most networks each asks a person. */
  public static final int THRESHOLD = 5;

  /** A probe that isn't heard of for so long is given up, and another tries. */
  public static final Duration PROBE = Duration.ofMinutes(2);

  public static final Circuit CLOSED = new Circuit(0, 0, null, false);

  private static final Retrying PAUSES =
      new Retrying(
          Duration.ofSeconds(30), Duration.ofMinutes(10), Integer.MAX_VALUE, Duration.ofDays(365));

  /** After a call that the network answered, whatever the answer was. */
  public Circuit answered() {
    return CLOSED;
  }

  /** After a call that it didn't answer. */
  public Circuit failed(Instant now, RandomGenerator random) {
    int made = failures == Integer.MAX_VALUE ? failures : failures + 1;
    if (probeAt == null && made < THRESHOLD) {
      return new Circuit(made, 0, null, false);
    }
    if (open(now) && !probing) {
      // A call that was on its way when it was opened tells nothing new.
      return new Circuit(made, opened, probeAt, false);
    }
    // At least half of the bound: a breaker that closes at once protects nobody.
    var half = PAUSES.bound(opened + 1).dividedBy(2);
    var pause = half.plusMillis(random.nextLong(half.toMillis() + 1));
    return new Circuit(made, opened + 1, now.plus(pause), false);
  }

  /** True while nothing but a probe is sent. */
  public boolean open(Instant now) {
    return probeAt != null && probeAt.isAfter(now);
  }
}
