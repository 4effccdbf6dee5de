package social.greenroom.operator.clock;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Something that is done once in a while. It goes by a clock that nobody sets: a server's time that
 * jumps back doesn't put it off, and one that jumps ahead doesn't hurry it.
 */
public final class Interval {
  private final LongSupplier nanos;
  private long next;

  /** The first time is now. */
  public Interval() {
    this(System::nanoTime);
  }

  Interval(LongSupplier nanos) {
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  /** True when it is time; the next time is then that long from now. */
  public boolean due(Duration every) {
    var now = nanos.getAsLong();
    if (now - next < 0) {
      return false;
    }
    next = now + every.toNanos();
    return true;
  }

  /** The next time is that long from now. */
  public void putOff(Duration pause) {
    next = nanos.getAsLong() + pause.toNanos();
  }

  /** How long until the next time; zero when it is due. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, next - nanos.getAsLong()));
  }
}
