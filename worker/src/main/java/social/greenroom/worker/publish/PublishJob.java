package social.greenroom.worker.publish;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import social.greenroom.core.media.MediaStore;
import social.greenroom.store.vault.DataKey;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.DatabaseClock;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobDatabase;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.job.JobMedia;
import social.greenroom.worker.job.JobTrace;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.log.LogField;

/** The Job {@code publish}: puts a dispatch together from the environment and runs it. */
public final class PublishJob {
  private static final int CONNECTIONS = 6;

  private PublishJob() {}

  /** Runs the dispatch. */
  public static ExitCode run(UUID dispatchId, Environment environment)
      throws UsageException, InterruptedException {
    try (var media = JobMedia.hurried(environment)) {
      var egress = JobEgress.policy(environment);
      return run(
          dispatchId,
          environment,
          media.store(),
          clock -> Adapters.over(media.store(), egress, clock),
          PublishSettings.from(environment));
    }
  }

  /** As {@link #run(UUID, Environment)}, with other adapters and at another pace. */
  static ExitCode run(
      UUID dispatchId, Environment environment, Adapters adapters, PublishSettings settings)
      throws UsageException, InterruptedException {
    try (var media = JobMedia.hurried(environment)) {
      return run(dispatchId, environment, media.store(), clock -> adapters, settings);
    }
  }

  private static ExitCode run(
      UUID dispatchId,
      Environment environment,
      MediaStore media,
      Function<InstantSource, Adapters> adapters,
      PublishSettings settings)
      throws UsageException, InterruptedException {
    var worker = environment.optional("GREENROOM_WORKER_ID").orElse("publish-" + dispatchId);
    var key = DataKey.decode(environment.required("GREENROOM_DATA_KEY"));
    try (var tracing = JobTrace.tracing(environment);
        var database = JobDatabase.open(environment, CONNECTIONS);
        var clock = DatabaseClock.of(database);
        var heartbeats = new Heartbeats(settings.heartbeat())) {
      LogField.TENANT.put(database.tenants().own());
      var means =
          new PublishMeans(media, adapters.apply(clock), heartbeats, settings, clock, tracing);
      var publisher = new TenantPublisher(database.tenants(), key, means, worker);
      new PublishDispatch(publisher, settings, worker).run(dispatchId);
      return ExitCode.DONE;
    }
  }
}
