package social.greenroom.media.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.media.MediaUnavailableException;

/** The API server as a Job meets it on a bad day. */
class JobApiTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final CountDownLatch silence = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          try {
            silence.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    silence.countDown();
    server.stop(0);
  }

  @Test
  void aServerThatFallsSilentWithinItsAnswerIsAway() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var patience = new Patience(3, Duration.ofMillis(10), Duration.ofMillis(400));
    var api = new JobApi(address, "token", patience);

    assertTimeoutPreemptively(
        DEADLINE,
        () -> {
          assertThatThrownBy(() -> api.download("media/x", folder.resolve("file")))
              .isInstanceOf(MediaUnavailableException.class);
          assertThatThrownBy(() -> api.get("renders/x"))
              .isInstanceOf(MediaUnavailableException.class);
        });
  }
}
