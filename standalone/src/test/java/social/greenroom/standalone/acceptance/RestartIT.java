package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed, stopped and started again: nothing is lost, nothing goes out again. */
class RestartIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofMinutes(4);

  @TempDir Path folder;

  @Test
  void aKillLosesNothingAndASecondStartSendsNothingAgain() throws Exception {
    var data = folder.resolve("data");
    Set<String> waiting;
    try (var greenroom = RunningGreenroom.start(data)) {
      var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
      await()
          .atMost(SOON)
          .until(() -> dex.waitingOn("x") != null && dex.waitingOn("mastodon") != null);
      dex.approveNow(dex.waitingOn("x"));
      await().atMost(SOON).until(() -> greenroom.timeline().size() == 1);
      waiting = dex.waiting();
      greenroom.process().destroyForcibly().waitFor();
    }

    try (var greenroom = RunningGreenroom.start(data)) {
      var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
      // Killed between the network's yes and its own note of it, it has to find out by reading:
      // after the
      // heartbeat is lost (45 s) and the network's settling time is over (30 s).
      await().atMost(SETTLED).until(() -> dex.withState("published").size() == 1);
      assertThat(dex.waiting()).containsAll(waiting);
      assertThat(greenroom.timeline()).hasSize(1);

      // The next post proves that the machinery has come round since, so the first had its chance
      // to double.
      dex.approveNow(dex.waitingOn("mastodon"));
      await().atMost(SOON).until(() -> dex.withState("published").size() == 2);
      assertThat(greenroom.timeline()).hasSize(2);
      assertThat(greenroom.everythingItWrote()).doesNotContain("\tat ", "sandbox-dexokonkwo");
    }
  }

  @Test
  void aPortInUseIsASentence() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var data = folder.resolve("data");
      var process = RunningGreenroom.launch(data, "--port", Integer.toString(taken.getLocalPort()));

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(RunningGreenroom.output(data))
          .contains("Port %d".formatted(taken.getLocalPort()), "is in use", "--port")
          .doesNotContain("\tat ");
    }
  }

  /** Found only when the ports are opened, which is the last step of the programs' start. */
  @Test
  void aSettingThatTheProgramsRefuseEndsTheStartAtOnce() throws Exception {
    var data = folder.resolve("data");
    var process =
        RunningGreenroom.launch(data, Map.of("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled"));

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(RunningGreenroom.output(data))
        .contains("The operator and the API server don't start: ", "insecure-requests")
        .doesNotContain("\tat ");
  }

  @Test
  void twoOnOneDirectoryIsASentence() throws Exception {
    var data = folder.resolve("data");
    try (var first = RunningGreenroom.start(data, "--no-examples")) {
      assertThat(first.endpoints().users()).isEmpty();
      var second = RunningGreenroom.launch(data);

      assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(RunningGreenroom.output(data)).contains("Another Greenroom runs on");
    }
  }
}
