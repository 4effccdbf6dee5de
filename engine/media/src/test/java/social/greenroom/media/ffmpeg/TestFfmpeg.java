package social.greenroom.media.ffmpeg;

import java.util.Optional;

/** The FFmpeg programs that tests run. */
public final class TestFfmpeg {
  private static final Ffmpeg BUNDLED = find("");
  private static final Ffmpeg USUAL = find(System.getenv("PATH"));

  private TestFfmpeg() {}

  public static Ffmpeg bundled() {
    return BUNDLED;
  }

  /** The one on the PATH. */
  public static Optional<Ffmpeg> installed() {
    return Optional.of(USUAL).filter(program -> !program.equals(BUNDLED));
  }

  private static Ffmpeg find(String searchPath) {
    try {
      return Ffmpeg.find(MediaConfig.standard(MediaConfig.privateCache()), searchPath);
    } catch (FfmpegFailedException e) {
      throw new IllegalStateException(e);
    }
  }
}
