package social.greenroom.standalone.operatortests;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.jobs.JavaProgram;

/** The operator as it is packaged, in a process of its own. */
final class OperatorProcess implements AutoCloseable {
  private static final Path PROGRAM = Path.of("../operator/app/target/quarkus-app/quarkus-run.jar");

  private final Process process;
  private final Path log;

  private OperatorProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static OperatorProcess start(Map<String, String> settings, Path folder) throws IOException {
    if (!Files.exists(PROGRAM)) {
      throw new IllegalStateException(
          "%s isn't built: mvn package -pl operator/app".formatted(PROGRAM));
    }
    int port = freePort();
    var command = new ArrayList<String>();
    command.add(JavaProgram.path());
    command.add("-Xmx256m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dquarkus.http.port=" + port);
    command.add("-Dquarkus.http.host=127.0.0.1");
    settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.add("-jar");
    command.add(PROGRAM.toString());
    var log =
        Files.createDirectories(Path.of("target/operator")).resolve(folder.getFileName() + ".log");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
            .start();
    var operator = new OperatorProcess(process, log);
    operator.awaitReady(port);
    return operator;
  }

  private void awaitReady(int port) {
    var client = HttpClient.newHttpClient();
    var ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
            .timeout(Duration.ofSeconds(5))
            .build();
    await()
        .atMost(60, TimeUnit.SECONDS)
        .ignoreExceptions()
        .failFast("the operator ended: " + log.toAbsolutePath(), () -> !process.isAlive())
        .until(
            () -> client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
