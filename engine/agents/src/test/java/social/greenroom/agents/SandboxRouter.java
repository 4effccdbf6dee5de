package social.greenroom.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import social.greenroom.agents.router.ModelRouter;
import social.greenroom.agents.router.ModelRouterConfig;
import social.greenroom.agents.router.Models;
import social.greenroom.agents.router.Shape;
import social.greenroom.core.usage.Usage;
import social.greenroom.sandbox.Sandbox;
import social.greenroom.sandbox.SandboxConfig;

/** The sandbox's model router over HTTP, and what was used of it. */
public final class SandboxRouter implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Sandbox sandbox = Sandbox.start(SandboxConfig.local());
  private final List<Usage> usage = new CopyOnWriteArrayList<>();

  public ModelRouter router(Shape shape) {
    return router(shape, Models.DEFAULTS, Duration.ofSeconds(20), 3);
  }

  public ModelRouter router(Shape shape, Models models, Duration timeout, int retries) {
    return new ModelRouter(
        new ModelRouterConfig(
            URI.create(sandbox.baseUrl() + "/model"), "a-key", shape, models, timeout, retries),
        usage::add);
  }

  /** {@code normal}, {@code garbage}, {@code obey-injection}, {@code slow} or {@code error}. */
  public void behave(String mode, int times, int delayMs) {
    post(
        "/model/behaviour",
        "{\"mode\":\"%s\",\"times\":%d,\"delayMs\":%d}".formatted(mode, times, delayMs));
  }

  public void fault(String kind, int times) {
    post(
        "/faults",
        "{\"network\":\"model\",\"operation\":\"chat\",\"kind\":\"%s\",\"times\":%d}"
            .formatted(kind, times));
  }

  public List<Usage> usage() {
    return usage;
  }

  /** Itself again, with nothing counted. */
  public void calm() {
    behave("normal", 1_000_000, 0);
    send(HttpRequest.newBuilder(at("/faults")).DELETE().build());
    usage.clear();
  }

  private void post(String path, String json) {
    send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private URI at(String path) {
    return URI.create(sandbox.baseUrl() + path);
  }

  private static void send(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
