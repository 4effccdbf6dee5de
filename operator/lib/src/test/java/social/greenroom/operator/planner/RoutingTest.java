package social.greenroom.operator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import social.greenroom.operator.planner.Routing.Route;

class RoutingTest {
  private static final Duration START_UP = Duration.ofSeconds(5);

  @Test
  void whatIsSmallAndAheadOfTimeGoesByAJob() {
    assertThat(auto(true).of(START_UP, 1, 1)).isEqualTo(Route.JOB);
    assertThat(auto(true).of(START_UP, 50, 7)).isEqualTo(Route.JOB);
  }

  @Test
  void whatIsDueBeforeAJobCouldBeginGoesByThePool() {
    assertThat(auto(true).of(Duration.ZERO, 1, 1)).isEqualTo(Route.POOL);
    assertThat(auto(true).of(Duration.ofSeconds(-30), 1, 1)).isEqualTo(Route.POOL);
    assertThat(auto(true).of(Duration.ofSeconds(2), 1, 1)).isEqualTo(Route.POOL);
  }

  @Test
  void aCrowdedMinuteAndALargeVolumeGoByThePool() {
    assertThat(auto(true).of(START_UP, 1, 2000)).isEqualTo(Route.POOL);
    assertThat(auto(true).of(START_UP, 51, 1)).isEqualTo(Route.POOL);
  }

  @Test
  void withoutAPoolEverythingGoesByJobs() {
    assertThat(auto(false).of(Duration.ZERO, 10_000, 2000)).isEqualTo(Route.JOB);
    assertThat(auto(false).jobsAlone()).isTrue();
    assertThat(auto(true).jobsAlone()).isFalse();
    assertThat(auto(true).poolHelpsOut()).isTrue();
  }

  @Test
  void aPolicyThatNamesOneIsKept() {
    var jobs = new Routing(SendPolicy.JOBS, true, START_UP, 7);
    assertThat(jobs.of(Duration.ZERO, 1, 2000)).isEqualTo(Route.JOB);
    assertThat(jobs.jobsAlone()).isTrue();
    assertThat(jobs.poolHelpsOut()).isFalse();
    var pool = new Routing(SendPolicy.POOL, false, START_UP, 7);
    assertThat(pool.of(START_UP, 1, 1)).isEqualTo(Route.POOL);
    assertThat(pool.jobsAlone()).isFalse();
    assertThat(pool.poolHelpsOut()).isFalse();
  }

  @Test
  void jobsAreMadeNoFasterThanTheirControllerWorks() {
    var rate = new JobRate();
    var now = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(rate.available(now)).isEqualTo(7);
    rate.take(7);
    assertThat(rate.available(now)).isZero();
    assertThat(rate.available(now.plusSeconds(1))).isEqualTo(5);
    assertThat(rate.available(now.plusSeconds(60))).isEqualTo(7);
  }

  private static Routing auto(boolean poolAtWork) {
    return new Routing(SendPolicy.AUTO, poolAtWork, START_UP, 7);
  }
}
