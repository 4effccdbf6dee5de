package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import social.greenroom.operator.leadership.Leadership;

/** Jobs, by kind. */
@Singleton
public class JobMetrics {
  private static final String KIND = "kind";
  private static final Duration[] BUCKETS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15)
  };

  private final MeterRegistry registry;
  private final Leadership leadership;
  private final Clock clock = Clock.systemUTC();

  JobMetrics(MeterRegistry registry, Leadership leadership) {
    this.registry = registry;
    this.leadership = leadership;
    for (var kind : JobKind.values()) {
      started(kind.command());
      ended(kind.command(), JobState.COMPLETE);
      ended(kind.command(), JobState.FAILED);
    }
  }

  public void made(JobKind kind) {
    started(kind.command()).increment();
  }

  /**
   * A Job that is watched has changed: where it ended with that, it is counted. Who stands by
   * watches too, and counts nothing: each end is counted once.
   */
  public void changed(Job before, Job after) {
    if (!leadership.leading()) {
      return;
    }
    var kind = after.getMetadata().getLabels().get(JobLabels.KIND);
    var state = JobState.of(after);
    if (kind != null && state.ended() && !JobState.of(before).ended()) {
      ended(kind, state).record(Duration.between(begin(after), clock.instant()));
    }
  }

  private static Instant begin(Job job) {
    var started = job.getStatus() == null ? null : job.getStatus().getStartTime();
    return Instant.parse(started == null ? job.getMetadata().getCreationTimestamp() : started);
  }

  private Counter started(String kind) {
    return Counter.builder("greenroom.jobs.started")
        .description("Jobs that were made.")
        .tag(KIND, kind)
        .register(registry);
  }

  private Timer ended(String kind, JobState state) {
    return Timer.builder("greenroom.job")
        .description("From a Job's start to its end; its count is that of the Jobs that ended.")
        .tag(KIND, kind)
        .tag("outcome", state == JobState.COMPLETE ? "succeeded" : "failed")
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
