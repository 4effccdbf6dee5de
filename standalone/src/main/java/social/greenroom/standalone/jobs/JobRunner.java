package social.greenroom.standalone.jobs;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches the operator's Jobs and runs each on this machine; takes up again what a killed runner
 * left, and ends what was deleted or is past its deadline.
 */
public final class JobRunner implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());
  private static final String SELECTOR_LABEL = "app.kubernetes.io/managed-by";
  private static final String SELECTOR_VALUE = "greenroom-operator";

  /** Longer than a worker is given to end. */
  private static final int STOP_SECONDS = 7;

  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  private final JobStatusWriter status;
  private final PodEnvironment pods;
  private final WorkerLauncher launcher;
  private final ExecutorService runs;
  private final ScheduledExecutorService timer;
  private final Map<String, Future<?>> running = new ConcurrentHashMap<>();
  private final Map<String, Boolean> ended = new ConcurrentHashMap<>();
  private final SharedIndexInformer<Job> informer;

  private JobRunner(KubernetesClient client, WorkerLauncher launcher, int atOnce, Clock clock) {
    this.status = new JobStatusWriter(client, clock);
    this.pods = new PodEnvironment(client);
    this.launcher = launcher;
    this.runs = Executors.newFixedThreadPool(atOnce, JobRunner::daemon);
    this.timer = Executors.newSingleThreadScheduledExecutor(JobRunner::daemon);
    this.informer =
        client
            .batch()
            .v1()
            .jobs()
            .inAnyNamespace()
            .withLabel(SELECTOR_LABEL, SELECTOR_VALUE)
            .runnableInformer(0)
            .addEventHandler(new Events());
  }

  /**
   * A runner that isn't started yet, so that who closes it can do so while it starts.
   *
   * @param atOnce how many run at the same time; the others wait
   */
  public static JobRunner of(KubernetesClient client, WorkerLauncher launcher, int atOnce) {
    return new JobRunner(client, launcher, atOnce, Clock.systemUTC());
  }

  /** Starts running Jobs. */
  public void start() {
    informer.run();
  }

  @Override
  public void close() {
    informer.close();
    timer.shutdownNow();
    runs.shutdownNow();
    try {
      runs.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consider(Job job) {
    var uid = job.getMetadata().getUid();
    if (JobStatusWriter.finished(job)) {
      ended.put(uid, true);
    } else if (job.getMetadata().getDeletionTimestamp() == null && !ended.containsKey(uid)) {
      // A late event may still show the Job as unfinished when its run has ended: `ended` knows.
      running.computeIfAbsent(uid, key -> submit(key, job));
    }
  }

  private Future<?> submit(String uid, Job job) {
    var run = new JobRun(status, pods, launcher, job);
    var future =
        runs.submit(
            () -> {
              if (run.toItsEnd()) {
                ended.put(uid, true);
              } else {
                after(RETRY_DELAY, () -> reconsider(job));
              }
              running.remove(uid);
            });
    var deadline = job.getSpec().getActiveDeadlineSeconds();
    if (deadline != null) {
      after(Duration.ofSeconds(deadline), run::endForDeadline);
    }
    return future;
  }

  private void reconsider(Job job) {
    var current = informer.getIndexer().getByKey(Cache.metaNamespaceKeyFunc(job));
    if (current != null && current.getMetadata().getUid().equals(job.getMetadata().getUid())) {
      consider(current);
    }
  }

  private void after(Duration delay, Runnable work) {
    var unused =
        timer.schedule(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                LOG.log(
                    System.Logger.Level.WARNING, "A Job was left as it is: {0}", e.getMessage());
              }
            },
            Math.max(0, delay.toMillis()),
            TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "greenroom-job");
    thread.setDaemon(true);
    return thread;
  }

  private final class Events implements ResourceEventHandler<Job> {
    @Override
    public void onAdd(Job job) {
      consider(job);
    }

    @Override
    public void onUpdate(Job before, Job job) {
      consider(job);
    }

    @Override
    public void onDelete(Job job, boolean finalStateUnknown) {
      var uid = job.getMetadata().getUid();
      var future = running.remove(uid);
      if (future != null) {
        future.cancel(true);
      }
      ended.remove(uid);
    }
  }
}
