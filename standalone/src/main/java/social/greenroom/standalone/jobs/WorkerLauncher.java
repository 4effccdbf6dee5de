package social.greenroom.standalone.jobs;

import java.util.List;
import java.util.Map;

/** Runs the worker's command once, as a pod's container would. */
public interface WorkerLauncher {
  /**
   * Runs the command to its end.
   *
   * @return the exit code
   * @throws InterruptedException when the Job was deleted, is past its deadline, or the runner
   *     stops; the work has ended when this is thrown
   */
  int run(List<String> arguments, Map<String, String> environment) throws InterruptedException;
}
