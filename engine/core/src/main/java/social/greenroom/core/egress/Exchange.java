package social.greenroom.core.egress;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a call by the JDK's client. That client's own limit ends when the headers are there: a
 * server that sends these and then falls silent would hold its caller for ever.
 */
public final class Exchange {
  private Exchange() {}

  /**
   * The answer with all of its body, as far as the body is read before the answer is handed on. The
   * request's own timeout is the limit for all of it; without one there is none.
   *
   * @throws HttpTimeoutException when it took longer
   */
  static <T> HttpResponse<T> whole(HttpRequest request, CompletableFuture<HttpResponse<T>> answer)
      throws IOException, InterruptedException {
    return within(request.timeout().orElse(Duration.ofDays(1)), answer);
  }

  /**
   * The same within that time, whatever the request says.
   *
   * @throws HttpTimeoutException when it took longer
   */
  public static <T> HttpResponse<T> within(
      Duration longest, CompletableFuture<HttpResponse<T>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("request timed out");
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static IOException failure(ExecutionException failed) {
    var cause = failed.getCause();
    if (cause instanceof IOException failure) {
      return failure;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    return new IOException(cause);
  }
}
