package social.greenroom.core.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client in front of a server that it may not call, unless it is told so. */
class GuardedHttpClientTest {
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getResponseHeaders().add("Location", "http://10.0.0.1/secret");
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/moved") ? 302 : 204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aServerThatFallsSilentWithinItsAnswerHoldsNobody() {
    var silence = new CountDownLatch(1);
    server.createContext(
        "/silent",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          awaitUninterrupted(silence);
          exchange.close();
        });
    var request =
        HttpRequest.newBuilder(address("/silent")).timeout(Duration.ofMillis(300)).build();

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> allowed().send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class));
    silence.countDown();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void loopbackIsRefusedUnsent() {
    var client = GuardedHttpClient.shared(EgressPolicy.PUBLIC_ONLY);
    var request = HttpRequest.newBuilder(address("/")).build();
    assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
        .isInstanceOf(EgressRefusedException.class);
    assertThatThrownBy(() -> client.sendAsync(request, BodyHandlers.discarding()).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(EgressRefusedException.class);
    assertThatThrownBy(() -> client.sendAsync(request, BodyHandlers.discarding(), null).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(EgressRefusedException.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void whatIsListedIsCalled() throws Exception {
    var request = HttpRequest.newBuilder(address("/")).build();
    assertThat(allowed().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    assertThat(allowed().sendAsync(request, BodyHandlers.discarding()).get().statusCode())
        .isEqualTo(204);
    assertThat(calls).hasValue(2);
  }

  @Test
  void aRedirectIsAnAnswerAndFollowingItIsCheckedAgain() throws Exception {
    var moved =
        allowed()
            .send(HttpRequest.newBuilder(address("/moved")).build(), BodyHandlers.discarding());
    assertThat(moved.statusCode()).isEqualTo(302);
    var next = URI.create(moved.headers().firstValue("Location").orElseThrow());
    assertThatThrownBy(
            () -> allowed().send(HttpRequest.newBuilder(next).build(), BodyHandlers.discarding()))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageContaining("10.0.0.1 leads to a private address");
  }

  private GuardedHttpClient allowed() {
    return GuardedHttpClient.shared(EgressPolicy.allowing(address("/").getAuthority()));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }
}
