package social.greenroom.media.ffmpeg;

/** FFmpeg couldn't be found, or didn't do what it was asked; the message is a sentence. */
public final class FfmpegFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public FfmpegFailedException(String message) {
    super(message);
  }

  public FfmpegFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
