package social.greenroom.standalone.jobs;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/**
 * One Job from its first pod to its end: runs the command, counts failures that its policy counts,
 * backs off.
 */
final class JobRun {
  private static final System.Logger LOG = System.getLogger(JobRun.class.getName());
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(6);
  private static final int DEFAULT_BACKOFF_LIMIT = 6;
  private static final int STARTED_BADLY = 128;

  private final JobStatusWriter status;
  private final PodEnvironment pods;
  private final WorkerLauncher launcher;
  private final AtomicReference<@Nullable Thread> at = new AtomicReference<>();
  private volatile boolean pastDeadline;
  private int ignored;
  private Job job;

  JobRun(JobStatusWriter status, PodEnvironment pods, WorkerLauncher launcher, Job job) {
    this.status = status;
    this.pods = pods;
    this.launcher = launcher;
    this.job = job;
  }

  /** Returns true when the Job has come to its end, false when it was left and may be taken up. */
  boolean toItsEnd() {
    at.set(Thread.currentThread());
    try {
      work();
      return true;
    } catch (InterruptedException e) {
      return left(e);
    } catch (RuntimeException e) {
      // The Job went away, or the API server did.
      return left(e);
    } finally {
      leave();
    }
  }

  /**
   * Its time is over: the worker is ended, and only when it has ended does the status say so. Who
   * reads "Failed" may send again.
   */
  synchronized void endForDeadline() {
    pastDeadline = true;
    var thread = at.get();
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** From here on the thread does something else, and isn't to be interrupted for this Job. */
  private synchronized void leave() {
    at.set(null);
    if (pastDeadline) {
      Thread.interrupted();
    }
  }

  private void work() throws InterruptedException {
    if (interruptedEarlier()) {
      job = status.podFailed(job);
    }
    while (!pastDeadline && !runPod()) {
      Thread.sleep(backoff().toMillis());
    }
    if (pastDeadline && !JobStatusWriter.finished(job)) {
      failForDeadline();
    }
  }

  private boolean left(Exception why) {
    if (!pastDeadline) {
      LOG.log(System.Logger.Level.DEBUG, "Job {0} was left: {1}", name(), why.getMessage());
      if (why instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return false;
    }
    try {
      failForDeadline();
      return true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "Job {0} was left: {1}", name(), e.getMessage());
      return false;
    }
  }

  private void failForDeadline() {
    // Whatever interrupted the worker must not interrupt the writing.
    Thread.interrupted();
    job = status.failed(job, "DeadlineExceeded", "Job was active longer than specified deadline");
  }

  /** Runs the command once; true when the Job has come to its end. */
  private boolean runPod() throws InterruptedException {
    job = status.started(job);
    var code = exitCode();
    if (code == 0) {
      job = status.succeeded(job);
      return true;
    }
    LOG.log(System.Logger.Level.INFO, "Job {0}: its worker ended with code {1}", name(), code);
    if (pastDeadline) {
      failForDeadline();
      return true;
    }
    if (policySays("Ignore", code)) {
      ignored++;
      job = status.podIgnored(job);
      return false;
    }
    if (policySays("FailJob", code)) {
      job =
          status.failed(job, "PodFailurePolicy", "Container worker failed with exit code " + code);
      return true;
    }
    if (JobStatusWriter.failures(job) >= backoffLimit()) {
      job =
          status.failed(job, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
      return true;
    }
    job = status.podFailed(job);
    return false;
  }

  private int exitCode() throws InterruptedException {
    var container = job.getSpec().getTemplate().getSpec().getContainers().get(0);
    try {
      var environment = pods.resolve(job.getMetadata().getNamespace(), container);
      return launcher.run(arguments(container.getArgs()), withPodName(environment));
    } catch (PodEnvironment.MissingSecretException | StartException e) {
      LOG.log(System.Logger.Level.WARNING, "Job {0}: {1}", name(), e.getMessage());
      return STARTED_BADLY;
    }
  }

  private static List<String> arguments(List<String> arguments) {
    return arguments == null ? List.of() : arguments;
  }

  private Map<String, String> withPodName(Map<String, String> environment) {
    environment.put("GREENROOM_WORKER_ID", "%s-%s".formatted(name(), UUID.randomUUID()));
    return environment;
  }

  private boolean interruptedEarlier() {
    var active = JobStatusWriter.statusOf(job).getActive();
    return active != null && active > 0;
  }

  private boolean policySays(String action, int code) {
    var policy = job.getSpec().getPodFailurePolicy();
    return policy != null
        && policy.getRules().stream()
            .anyMatch(
                rule ->
                    action.equals(rule.getAction())
                        && rule.getOnExitCodes() != null
                        && rule.getOnExitCodes().getValues().contains(code));
  }

  private int backoffLimit() {
    var limit = job.getSpec().getBackoffLimit();
    return limit == null ? DEFAULT_BACKOFF_LIMIT : limit;
  }

  private Duration backoff() {
    var pods = JobStatusWriter.failures(job) + ignored;
    var doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(pods, 10));
    return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
  }

  private String name() {
    return job.getMetadata().getName();
  }
}
