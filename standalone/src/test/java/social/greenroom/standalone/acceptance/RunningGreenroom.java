package social.greenroom.standalone.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.data.Endpoints;
import social.greenroom.standalone.data.Endpoints.DemoUser;

/** A packaged Greenroom as a process of its own, started as {@code ./greenroom up} starts it. */
final class RunningGreenroom implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final long LONGEST_START_SECONDS = 180;

  /** Split, a handful of processes end one after the other, each within six seconds or killed. */
  private static final int STOP_SECONDS = 60;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final Process process;
  private final Endpoints endpoints;

  private RunningGreenroom(Path data, Process process, Endpoints endpoints) {
    this.data = data;
    this.process = process;
    this.endpoints = endpoints;
  }

  static RunningGreenroom start(Path data, String... options) throws Exception {
    return start(data, Map.of(), options);
  }

  /** The same with these variables in its environment. */
  static RunningGreenroom start(Path data, Map<String, String> environment, String... options)
      throws Exception {
    var process = launch(data, environment, options);
    var file = data.resolve("endpoints.json");
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (!Files.exists(file)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException("Greenroom didn't start:\n" + output(data));
      }
      Thread.onSpinWait();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return new RunningGreenroom(data, process, Endpoints.read(file));
  }

  /** Starts the program and doesn't wait for it. */
  static Process launch(Path data, String... options) throws IOException {
    return launch(data, Map.of(), options);
  }

  /** The same with these variables in its environment. */
  static Process launch(Path data, Map<String, String> environment, String... options)
      throws IOException {
    Files.createDirectories(data);
    Files.deleteIfExists(data.resolve("endpoints.json"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Dgreenroom.home=" + home(),
                "-jar",
                home().resolve("standalone/target/quarkus-app/quarkus-run.jar").toString(),
                "up",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--kubernetes-port",
                "0",
                "--sandbox-port",
                "0"));
    command.addAll(List.of(options));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("up.out").toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Path home() {
    return Path.of("").toAbsolutePath().getParent();
  }

  static String output(Path data) throws IOException {
    return Files.readString(data.resolve("up.out"));
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Process process() {
    return process;
  }

  /** What a normal run wrote to its terminal and its logs. */
  String everythingItWrote() throws IOException {
    var text = new StringBuilder(output(data));
    try (var logs = Files.walk(data.resolve("log"))) {
      for (var log : logs.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(log));
      }
    }
    return text.toString();
  }

  DemoUser operator() {
    return endpoints.users().stream()
        .filter(user -> user.talent() == null)
        .findFirst()
        .orElseThrow();
  }

  DemoUser talent(String slug) {
    return endpoints.users().stream()
        .filter(user -> slug.equals(user.talent()))
        .findFirst()
        .orElseThrow();
  }

  /** Posts that went out, as the sandbox counted them. */
  JsonNode timeline() {
    return get(endpoints.sandbox() + "/timeline.json");
  }

  static JsonNode get(String address) {
    try {
      var response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "Greenroom didn't stop within %d s.".formatted(STOP_SECONDS));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
