package social.greenroom.standalone.jobs;

import java.util.List;
import java.util.Map;
import social.greenroom.worker.Worker;

/** Runs the worker's own entry point in this JVM: quick to start, gone with the process. */
public final class InProcessWorker implements WorkerLauncher {
  @Override
  public int run(List<String> arguments, Map<String, String> environment)
      throws InterruptedException {
    var code = Worker.run(arguments, environment);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return code;
  }
}
