package social.greenroom.standalone.up;

import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.jobs.WorkerLauncher;

/** Starts the programs, in this process or each in its own; whatever it starts, it has closed. */
interface ProgramStarter {
  void startKubernetes() throws InterruptedException;

  void startSandbox() throws InterruptedException;

  /** The operator and the API server. */
  void startPrograms() throws InterruptedException;

  /**
   * Looks whether what was started goes on.
   *
   * @throws StartException when the operator and the API server have ended with an error
   */
  void look();

  /** The pool, and before it what proves that the last one's processes have ended. */
  void startPool();

  /** How Jobs are run. */
  WorkerLauncher workerLauncher();

  static ProgramStarter of(boolean split, Layout layout, Foundation foundation) {
    return split ? new SplitStarter(layout, foundation) : new InProcessStarter(layout, foundation);
  }
}
