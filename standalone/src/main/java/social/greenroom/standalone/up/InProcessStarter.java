package social.greenroom.standalone.up;

import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.Sandbox;
import social.greenroom.sandbox.SandboxConfig;
import social.greenroom.standalone.jobs.InProcessWorker;
import social.greenroom.standalone.jobs.WorkerLauncher;

/** Everything in this JVM. */
final class InProcessStarter implements ProgramStarter {
  private final Layout layout;
  private final Foundation foundation;
  private @Nullable InProcessPrograms programs;

  InProcessStarter(Layout layout, Foundation foundation) {
    this.layout = layout;
    this.foundation = foundation;
  }

  @Override
  public void startKubernetes() {
    foundation.add(KubernetesProgram.start(ProgramSettings.kubernetes(layout)));
  }

  @Override
  public void startSandbox() {
    foundation.add(
        Sandbox.start(
            SandboxConfig.local()
                .withPort(layout.sandboxPort())
                .withStateDir(layout.data().sandbox())));
  }

  @Override
  public void startPrograms() throws InterruptedException {
    programs = foundation.add(InProcessPrograms.start(ProgramSettings.together(layout)));
  }

  @Override
  public void look() {
    if (programs != null) {
      programs.look();
    }
  }

  @Override
  public void startPool() {
    foundation.add(EndedSenders.open(layout)).look();
    foundation.add(PoolThread.start(ProgramSettings.pool(layout)));
  }

  @Override
  public WorkerLauncher workerLauncher() {
    return new InProcessWorker();
  }
}
