package social.greenroom.api.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the api server. A type of its own, because a bean of {@link Clock} would clash with
 * another program's in the same JVM.
 */
@Singleton
public final class ApiClock {
  private final Clock clock = Clock.systemUTC();

  /** Now, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
