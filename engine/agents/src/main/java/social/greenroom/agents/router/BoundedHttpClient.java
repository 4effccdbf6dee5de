package social.greenroom.agents.router;

import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the router with a limit on time, to the last byte of the answer, and on its size. It
 * follows no redirect: the key is for this router only.
 */
final class BoundedHttpClient implements HttpClient {
  private static final int MAX_BYTES = 2_000_000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final java.net.http.HttpClient client =
      java.net.http.HttpClient.newBuilder()
          .version(java.net.http.HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final Duration timeout;

  BoundedHttpClient(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw new RefusedException(response.statusCode(), retryAfter(response.headers()));
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map())
        .body(response.body())
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedFeatureException("An agent's answer is read whole, not as a stream.");
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    var call = client.sendAsync(plain(request), info -> new BoundedBody(MAX_BYTES));
    try {
      return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new UncheckedIOException(new HttpTimeoutException("The model router took too long."));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("The call was interrupted.", e));
    } catch (ExecutionException e) {
      throw cause(call, e);
    }
  }

  private static RuntimeException cause(CompletableFuture<?> call, ExecutionException e) {
    if (e.getCause() instanceof AnswerTooLargeException tooLarge) {
      return tooLarge;
    }
    if (e.getCause() instanceof IOException broken) {
      return new UncheckedIOException(broken);
    }
    return new IllegalStateException("The call of the model router failed: " + call, e);
  }

  private static java.net.http.HttpRequest plain(HttpRequest request) {
    var plain = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(value -> plain.header(name, value)));
    var body = request.body();
    return plain
        .method(
            request.method().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static Duration retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }
}
