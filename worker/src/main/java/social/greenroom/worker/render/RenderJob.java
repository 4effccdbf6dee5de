package social.greenroom.worker.render;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.media.ffmpeg.Ffmpeg;
import social.greenroom.media.ffmpeg.FfmpegFailedException;
import social.greenroom.media.ffmpeg.FfmpegProcess;
import social.greenroom.media.ffmpeg.MediaConfig;
import social.greenroom.media.ffmpeg.ProcessLimits;
import social.greenroom.media.probe.MediaLimits;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.render.ImageRenderer;
import social.greenroom.trace.Fact;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobMedia;
import social.greenroom.worker.job.JobTrace;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.log.LogField;

/**
 * The Job {@code render}: makes the pictures of a request's drafts. It works on uploads, so it is
 * given neither the tenant's database login nor its data key: only an order, and a way to hand in.
 */
public final class RenderJob {
  private static final System.Logger LOG = System.getLogger(RenderJob.class.getName());

  private RenderJob() {}

  /** Renders what the request's drafts still lack. */
  public static ExitCode run(UUID requestId, Environment environment)
      throws UsageException, InterruptedException {
    JobMedia.tenant(environment).ifPresent(LogField.TENANT::put);
    var desk = new RenderDesk(JobMedia.api(environment), requestId);
    try (var trace = JobTrace.open("render", environment)) {
      trace.span().tell(Fact.REQUEST, requestId);
      return new RenderRequest(desk, renderer(environment)).run();
    } catch (IOException | FfmpegFailedException e) {
      LOG.log(Level.ERROR, "Nothing can be rendered now: {0}", e.getMessage());
      return ExitCode.RETRY;
    }
  }

  private static ImageRenderer renderer(Environment environment) throws FfmpegFailedException {
    var configured = environment.optional("GREENROOM_FFMPEG").map(Path::of).orElse(null);
    // Never below the media folder: every tenant's Job can write there.
    var programs =
        environment
            .optional("GREENROOM_PROGRAMS_DIR")
            .map(Path::of)
            .orElseGet(MediaConfig::privateCache);
    var config = new MediaConfig(configured, programs, ProcessLimits.DEFAULT);
    return new ImageRenderer(
        new MediaProbe(MediaLimits.DEFAULT),
        new FfmpegProcess(Ffmpeg.find(config), config.limits()));
  }
}
