package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Told to stop while it starts, it ends everything that it had begun, whatever it was at. */
class CutOffStartIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MARK = "GREENROOM_TEST_MARK";

  private final String mark = UUID.randomUUID().toString();

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void choose() {
    data = folder.resolve("data");
  }

  @AfterEach
  void endWhatWasLeft() {
    marked().forEach(ProcessHandle::destroyForcibly);
  }

  /** One start after the other on the same folder, each taken further than the one before. */
  @Test
  void nothingIsLeftOfAStartThatWasCutOff() throws Exception {
    cutOff(() -> runs("initdb"));
    cutOff(() -> Files.exists(data.resolve("postgres/data/postmaster.pid")));
    cutOff(() -> runs("KubernetesProgram"));
    cutOff(() -> runs("worker.Worker serve"));
  }

  private void cutOff(BooleanSupplier moment) throws Exception {
    var up = start();
    awaiting(up, moment);
    stop(up);
  }

  private Process start() throws IOException {
    return RunningGreenroom.launch(
        data, Map.of(MARK, mark, "GREENROOM_SPLIT_HEAP", "128m"), "--split", "--no-examples");
  }

  private void awaiting(Process up, BooleanSupplier moment) {
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .failFast("it ended by itself", () -> !up.isAlive())
        .until(moment::getAsBoolean);
  }

  private void stop(Process up) throws Exception {
    up.destroy();
    assertThat(up.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    // PostgreSQL takes away its note that it runs, and then ends.
    await().atMost(Duration.ofSeconds(2)).until(() -> marked().isEmpty());
    assertThat(RunningGreenroom.output(data)).doesNotContain("\tat ", "greenroom: ");
  }

  private boolean runs(String program) {
    return marked().stream().anyMatch(process -> commandLine(process).contains(program));
  }

  /** Everything that was begun by this test's starts, whoever its parent is by now. */
  private List<ProcessHandle> marked() {
    return ProcessHandle.allProcesses()
        .filter(process -> read(process, "environ").contains(MARK + "=" + mark))
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    return read(process, "cmdline").replace('\0', ' ');
  }

  /** Empty for a process that is gone, or isn't ours. */
  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
