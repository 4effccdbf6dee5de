package social.greenroom.media.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs FFmpeg on one input file for one output file. What people upload is hostile until proven
 * otherwise, so the process gets no environment (it would inherit the worker's secrets), no network
 * (only the {@code file} protocol), the demuxer we chose, and hard limits on memory, time and
 * output.
 */
public final class FfmpegProcess {
  private static final int COMPLAINT_CHARS = 300;

  private final Ffmpeg ffmpeg;
  private final ProcessLimits limits;

  public FfmpegProcess(Ffmpeg ffmpeg, ProcessLimits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  /**
   * Makes the output.
   *
   * @throws FfmpegFailedException when FFmpeg ends with an error, or had to be ended at a limit
   * @throws InterruptedException when the thread is interrupted; the process has been killed then
   */
  public void run(Conversion conversion)
      throws FfmpegFailedException, IOException, InterruptedException {
    var complaints = Files.createTempFile(conversion.folder(), "ffmpeg", ".log");
    try {
      var process = start(conversion, complaints.toFile());
      int exit = await(process);
      if (exit != 0) {
        throw new FfmpegFailedException(
            "The picture couldn't be converted: %s".formatted(complaint(complaints, exit)));
      }
    } finally {
      Files.deleteIfExists(complaints);
    }
  }

  private Process start(Conversion conversion, File complaints) throws IOException {
    var builder = new ProcessBuilder(command(conversion));
    var environment = builder.environment();
    environment.clear();
    environment.putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
    return builder
        .directory(conversion.folder().toFile())
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(complaints)
        .start();
  }

  private List<String> command(Conversion conversion) {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", limitThenRun(), "ffmpeg"));
    command.add(ffmpeg.program().toString());
    command.addAll(conversion.arguments());
    return command;
  }

  private String limitThenRun() {
    // -v and -t are in kilobytes and seconds, -f in blocks of 512 bytes; -c 0 leaves no core file.
    return "ulimit -v %d && ulimit -t %d && ulimit -f %d && ulimit -c 0 && exec \"$@\""
        .formatted(
            limits.memoryBytes() / 1024,
            limits.wallTime().toSeconds() + 1,
            limits.outputBytes() / 512);
  }

  private int await(Process process) throws FfmpegFailedException, InterruptedException {
    try {
      if (!process.waitFor(limits.wallTime().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FfmpegFailedException(
            "The picture wasn't converted within %d seconds. Add a smaller copy."
                .formatted(limits.wallTime().toSeconds()));
      }
      return process.exitValue();
    } finally {
      kill(process);
    }
  }

  /** Ends the process and everything it started, children first so that none is orphaned. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String complaint(Path complaints, int exit) throws IOException {
    var text = new String(Files.readAllBytes(complaints), StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return "FFmpeg ended with code %d.".formatted(exit);
    }
    // The folder's name means nothing to a person and tells a stranger how the machine is laid out.
    var shown = text.replace(complaints.getParent() + File.separator, "").replaceAll("\\s+", " ");
    return shown.length() <= COMPLAINT_CHARS ? shown : shown.substring(0, COMPLAINT_CHARS) + "…";
  }
}
