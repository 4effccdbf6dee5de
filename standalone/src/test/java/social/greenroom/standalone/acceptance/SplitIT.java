package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each program a process of its own, and each of them killed. */
class SplitIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void killedProgramsComeBackAndThePostGoesOutOnce() throws Exception {
    try (var greenroom = RunningGreenroom.start(folder.resolve("data"), "--split")) {
      var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
      await().atMost(SOON).until(() -> dex.waitingOn("mastodon") != null);

      kill(greenroom, "operator/app");
      kill(greenroom, "worker.Worker serve");
      dex.approveNow(dex.waitingOn("mastodon"));
      kill(greenroom, "KubernetesProgram");
      kill(greenroom, "api-server/app");

      await().atMost(SOON).ignoreExceptions().until(() -> dex.withState("published").size() == 1);
      assertThat(greenroom.timeline()).hasSize(1);
    }
  }

  private static void kill(RunningGreenroom greenroom, String program) {
    var found =
        greenroom
            .process()
            .descendants()
            .filter(child -> child.info().commandLine().orElse("").contains(program))
            .findFirst();
    assertThat(found).as(program).isPresent();
    found.get().destroyForcibly();
  }
}
