package social.greenroom.operator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import social.greenroom.operator.planner.Routing.Route;

/** A minute in which 2,000 tenants are due, before a Job controller with its default rates. */
class CrowdedMinuteTest {
  private static final int TENANTS = 2000;
  private static final Duration START_UP = Duration.ofSeconds(5);
  private static final Instant MINUTE = Instant.parse("2026-01-01T09:00:00Z");

  @Test
  void jobsAloneWaitForTheControllerForMinutes() {
    var pods = new JobControllerSimulation().podsAt(Collections.nCopies(TENANTS, 0.0));
    assertThat(last(pods)).isGreaterThan(180);
  }

  @Test
  void underAutoOneDueMomentOfAllGoesByThePool() {
    assertThat(jobsMadeFor(Collections.nCopies(TENANTS, MINUTE))).isEmpty();
  }

  @Test
  void spreadOverTheMinuteAtMostAsManyGoByJobsAsTheControllerBeginsInTime() {
    var due =
        IntStream.range(0, TENANTS)
            .mapToObj(i -> MINUTE.plusMillis(i * 60_000L / TENANTS))
            .toList();
    var made = jobsMadeFor(due);
    assertThat(made).hasSizeLessThan(TENANTS);
    var pods = new JobControllerSimulation().podsAt(made);
    for (int i = 0; i < made.size(); i++) {
      assertThat(pods.get(i) - made.get(i)).as("Job %d", i).isLessThan(1);
    }
  }

  @Test
  void aQuietHourGoesByJobsAlone() {
    var due = IntStream.range(0, 60).mapToObj(i -> MINUTE.plusSeconds(i * 60L)).toList();
    var made = jobsMadeFor(due);
    assertThat(made).hasSize(60);
    assertThat(last(new JobControllerSimulation().podsAt(made))).isLessThan(last(made) + 1);
  }

  /** When the planner makes Jobs, as it looks four times a second; in seconds. */
  private static List<Double> jobsMadeFor(List<Instant> due) {
    var rate = new JobRate();
    var made = new ArrayList<Double>();
    var waiting = new ArrayList<>(due);
    var end = due.get(due.size() - 1);
    for (var now = MINUTE.minus(START_UP); !now.isAfter(end); now = now.plusMillis(250)) {
      var look = now;
      var soon = waiting.stream().filter(at -> !at.isAfter(look.plus(START_UP))).toList();
      var routing = new Routing(SendPolicy.AUTO, true, START_UP, rate.available(now));
      int jobs = 0;
      for (var at : soon) {
        if (routing.of(Duration.between(now, at), 1, soon.size()) == Route.JOB) {
          made.add(Duration.between(MINUTE.minus(START_UP), now).toMillis() / 1000.0);
          jobs++;
        }
      }
      rate.take(jobs);
      waiting.removeAll(soon);
    }
    assertThat(waiting).isEmpty();
    return made;
  }

  private static double last(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
