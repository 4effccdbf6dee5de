package social.greenroom.standalone.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.data.StartException;

/** Runs the worker as a process of its own, which a fault test can kill. */
public final class WorkerProcess implements WorkerLauncher {
  private static final int GRACE_SECONDS = 5;

  private final String classPath;
  private final ClassArchives archives;
  private final File log;

  /**
   * @param classPath holds the worker and what it needs
   * @param archives the folder in which is kept what makes its start quicker
   * @param log where the processes' output is appended
   */
  public WorkerProcess(String classPath, Path archives, File log) {
    this.classPath = classPath;
    this.archives = new ClassArchives(archives, classPath);
    this.log = log;
  }

  @Override
  public int run(List<String> arguments, Map<String, String> environment)
      throws InterruptedException {
    // Each kind of Job loads other classes.
    try (var run = archives.run("worker-" + (arguments.isEmpty() ? "none" : arguments.get(0)))) {
      var code = await(start(command(run.options(), arguments), environment));
      run.ended(code);
      return code;
    } catch (IOException e) {
      throw new StartException("The worker can't be started: " + e.getMessage(), e);
    }
  }

  private List<String> command(List<String> options, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                JavaProgram.path(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                JavaProgram.LOG_MANAGER));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, "social.greenroom.worker.Worker"));
    command.addAll(arguments);
    return command;
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    // A pod sees what its spec names and nothing of the machine it runs on, but for the search
    // path.
    var path = builder.environment().get("PATH");
    builder.environment().clear();
    if (path != null) {
      builder.environment().put("PATH", path);
    }
    builder.environment().putAll(environment);
    builder.environment().putAll(WrongClock.of("jobs", System.getenv()));
    return builder.start();
  }

  private static int await(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        // Its end is waited for: what follows relies on it sending nothing any more.
        process.destroyForcibly().onExit().join();
      }
      throw e;
    }
  }
}
