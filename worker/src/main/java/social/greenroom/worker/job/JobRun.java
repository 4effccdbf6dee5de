package social.greenroom.worker.job;

import java.util.UUID;
import social.greenroom.worker.check.CheckJob;
import social.greenroom.worker.generate.GenerateJob;
import social.greenroom.worker.publish.PublishJob;
import social.greenroom.worker.render.RenderJob;

/** One kind of Job. */
@FunctionalInterface
public interface JobRun {
  /**
   * Does the work and says how it ended.
   *
   * @throws UsageException when the environment lacks something
   * @throws InterruptedException when the thread was interrupted
   */
  ExitCode run(UUID subject, Environment environment) throws UsageException, InterruptedException;

  /** The Job of that kind; only its own classes are loaded. */
  static JobRun of(JobCommand.Kind kind) {
    return switch (kind) {
      case GENERATE -> GenerateJob::run;
      case RENDER -> RenderJob::run;
      case PUBLISH -> PublishJob::run;
      case CHECK -> CheckJob::run;
    };
  }
}
