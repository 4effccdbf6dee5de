package social.greenroom.standalone.operatortests;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
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
import social.greenroom.standalone.data.ClaimedPort;
import social.greenroom.standalone.jobs.JavaProgram;

/** The operator as it is packaged, in a process of its own. */
final class OperatorProcess implements AutoCloseable {
  private static final Path PROGRAM = Path.of("../operator/app/target/quarkus-app/quarkus-run.jar");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path log;
  private final ClaimedPort port;

  private OperatorProcess(Process process, Path log, ClaimedPort port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  static OperatorProcess start(Map<String, String> settings, String name) throws IOException {
    if (!Files.exists(PROGRAM)) {
      throw new IllegalStateException(
          "%s isn't built: mvn package -pl operator/app".formatted(PROGRAM));
    }
    var port = ClaimedPort.of(0, "the operator", "quarkus.http.port");
    var command = new ArrayList<String>();
    command.add(JavaProgram.path());
    command.add("-Xmx256m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dquarkus.http.port=" + port.number());
    command.add("-Dquarkus.http.host=127.0.0.1");
    settings.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
    command.add("-jar");
    command.add(PROGRAM.toString());
    var log = Files.createDirectories(Path.of("target/operator")).resolve(name + ".log");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
            .start();
    var operator = new OperatorProcess(process, log, port);
    operator.awaitReady();
    return operator;
  }

  private void awaitReady() {
    await()
        .atMost(60, TimeUnit.SECONDS)
        .ignoreExceptions()
        .failFast("the operator ended: " + log.toAbsolutePath(), () -> !process.isAlive())
        .until(this::ready);
  }

  boolean ready() throws IOException, InterruptedException {
    return get("/q/health/ready").statusCode() == 200;
  }

  /** What its metrics endpoint says, in Prometheus' text format. */
  String metrics() throws IOException, InterruptedException {
    return get("/q/metrics").body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.number() + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  ProcessHandle handle() {
    return process.toHandle();
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
    port.close();
  }
}
