package social.greenroom.worker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What the pool answers a cluster's probes while its database is silent. */
class PoolHealthTest {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void saysThatItLivesWhileTheDatabaseIsWaitedFor() throws Exception {
    var asked = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    BooleanSupplier silent =
        () -> {
          asked.countDown();
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return true;
        };
    try (var health = PoolHealth.start(0, () -> true, () -> false, silent, () -> "")) {
      var first = later(health, "ready");
      asked.await();

      assertThat(get(health, "ready")).isEqualTo(503);
      assertThat(get(health, "ready")).isEqualTo(503);
      assertThat(get(health, "live")).isEqualTo(200);

      answered.countDown();
      assertThat(first.get().statusCode()).isEqualTo(200);
      assertThat(get(health, "ready")).isEqualTo(200);
    }
  }

  private int get(PoolHealth health, String probe) throws IOException, InterruptedException {
    return http.send(request(health, probe), BodyHandlers.ofString()).statusCode();
  }

  private CompletableFuture<HttpResponse<String>> later(PoolHealth health, String probe) {
    return http.sendAsync(request(health, probe), BodyHandlers.ofString());
  }

  private static HttpRequest request(PoolHealth health, String probe) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/q/health/%s".formatted(health.port(), probe)))
        .timeout(Duration.ofSeconds(5))
        .build();
  }
}
