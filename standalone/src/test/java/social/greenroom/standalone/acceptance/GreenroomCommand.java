package social.greenroom.standalone.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a command of {@code ./greenroom} that ends by itself. */
record GreenroomCommand(int exit, String out, String err) {
  private static final long LONGEST_SECONDS = 120;

  static GreenroomCommand run(Path folder, String input, String... arguments) throws Exception {
    return run(folder, input, Map.of(), arguments);
  }

  static GreenroomCommand run(
      Path folder, String input, Map<String, String> environment, String... arguments)
      throws Exception {
    var out = Files.createTempFile(folder, "command", ".out");
    var err = Files.createTempFile(folder, "command", ".err");
    var in = Files.createTempFile(folder, "command", ".in");
    Files.writeString(in, input);
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                RunningGreenroom.home()
                    .resolve("standalone/target/quarkus-app/quarkus-run.jar")
                    .toString()));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The command didn't end: " + String.join(" ", arguments));
    }
    return new GreenroomCommand(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
