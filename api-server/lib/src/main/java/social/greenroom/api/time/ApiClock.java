package social.greenroom.api.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * The clock of the api server. A type of its own, because a bean of {@link Clock} would clash with
 * another program's in the same JVM.
 */
@Singleton
public final class ApiClock {
  private final Clock clock = Clock.systemUTC();

  public Instant now() {
    return clock.instant();
  }
}
