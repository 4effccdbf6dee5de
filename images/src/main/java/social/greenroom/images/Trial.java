package social.greenroom.images;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import social.greenroom.images.run.Container;
import social.greenroom.images.tar.ImageConfig;

/** Starts what is in an image: a program that can't be started is found by no look at its files. */
final class Trial {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int USAGE = 64;

  /** What is done to pictures, on a small one: FFmpeg may be there and crash at a filter. */
  private static final List<String> PICTURE =
      List.of(
          "/usr/bin/ffmpeg",
          "-v",
          "error",
          "-f",
          "lavfi",
          "-i",
          "color=red:s=64x64",
          "-filter_complex",
          "[0:v]scale=32:32:flags=lanczos,format=rgba,split[below][above];"
              + "[below]lutrgb=r=255:g=255:b=255:a=255[white];"
              + "[white][above]overlay=format=rgb,boxblur=4:2,eq=brightness=-0.18,"
              + "format=yuvj420p[out]",
          "-map",
          "[out]",
          "-frames:v",
          "1",
          "-c:v",
          "mjpeg",
          "-f",
          "null",
          "-");

  private final List<String> start;
  private final Container container;
  private final List<String> sentences = new ArrayList<>();

  private Trial(List<String> start, Container container) {
    this.start = start;
    this.container = container;
  }

  /**
   * A sentence for each thing that went wrong.
   *
   * @param options that Java gets besides those of the entry point
   */
  static List<String> of(
      Program program, ImageConfig config, List<String> options, Container container)
      throws IOException, InterruptedException {
    var start = new ArrayList<>(config.entryPoint());
    start.addAll(1, options);
    var trial = new Trial(start, container);
    switch (program) {
      // Without settings it has to end by itself, and to name the first that it lacks.
      case OPERATOR, API_SERVER -> trial.expect(start, 1, "greenroom.");
      case WORKER -> {
        trial.expect(start, USAGE, "publish --dispatch <uuid>");
        trial.expect(List.of("/usr/bin/ffmpeg", "-version"), 0, "ffmpeg version");
        trial.expect(PICTURE, 0, "");
        trial.expect(List.of("/bin/sh", "-c", "ulimit -v 1000000 && exit 7"), 7, "");
      }
      case SANDBOX -> trial.expect(trial.with("--nonsense", "1"), 1, "--nonsense isn't known");
    }
    return trial.sentences;
  }

  private List<String> with(String... arguments) {
    var command = new ArrayList<>(start);
    command.addAll(List.of(arguments));
    return command;
  }

  private void expect(List<String> command, int code, String words)
      throws IOException, InterruptedException {
    var outcome = container.run(command, Map.of(), LONGEST);
    if (outcome.code() != code || !outcome.output().contains(words)) {
      sentences.add(
          "%s ended with code %d, not %d with '%s'. It wrote: %s"
              .formatted(String.join(" ", command), outcome.code(), code, words, outcome.output()));
    }
  }
}
