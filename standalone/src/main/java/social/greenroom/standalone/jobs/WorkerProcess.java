package social.greenroom.standalone.jobs;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.data.StartException;

/** Runs the worker as a process of its own, which a fault test can kill. */
public final class WorkerProcess implements WorkerLauncher {
  private static final int GRACE_SECONDS = 5;

  private final String classPath;
  private final File log;

  /**
   * @param classPath holds the worker and what it needs
   * @param log where the processes' output is appended
   */
  public WorkerProcess(String classPath, File log) {
    this.classPath = classPath;
    this.log = log;
  }

  @Override
  public int run(List<String> arguments, Map<String, String> environment)
      throws InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                JavaProgram.path(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                JavaProgram.LOG_MANAGER,
                "-cp",
                classPath,
                "social.greenroom.worker.Worker"));
    command.addAll(arguments);
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
    try {
      var process = builder.start();
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
    } catch (IOException e) {
      throw new StartException("The worker can't be started: " + e.getMessage(), e);
    }
  }
}
