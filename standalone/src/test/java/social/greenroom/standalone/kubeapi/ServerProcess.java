package social.greenroom.standalone.kubeapi;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.data.ClaimedPort;

/** A server program that runs until it is closed. */
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Queue<ClaimedPort> PORTS = new ConcurrentLinkedQueue<>();

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it; what it prints goes to the file. */
  static ServerProcess start(Path program, List<String> options, Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(options);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // A test run that is killed mustn't leave servers behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServerProcess(process, log);
  }

  void awaitReady(Callable<Boolean> ready) {
    await("the server that logs to " + log)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .failFast("the server ended, see " + log, () -> !process.isAlive())
        .until(ready);
  }

  /** One that nobody else is given as long as the tests run. */
  static int freePort() {
    var port = ClaimedPort.of(0, "a server", "no option");
    PORTS.add(port);
    return port.number();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
