package social.greenroom.channels.mcp;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import social.greenroom.core.egress.ForwardingHttpClient;

/** A shared HTTP client, seen through one session: notes how its messages were answered. */
final class ObservedClient extends ForwardingHttpClient {
  private final Observation observation;

  ObservedClient(HttpClient shared, Observation observation) {
    super(shared);
    this.observation = observation;
  }

  private <T> BodyHandler<T> observed(HttpRequest request, BodyHandler<T> handler) {
    if (!request.method().equals("POST")) {
      return handler;
    }
    return info -> {
      observation.saw(info);
      return handler.apply(info);
    };
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return super.send(request, observed(request, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return super.sendAsync(request, observed(request, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    return super.sendAsync(request, observed(request, handler), pushes);
  }
}
