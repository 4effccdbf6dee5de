package social.greenroom.core.egress;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The one HTTP client for addresses that people give. Each request is held against an {@link
 * EgressPolicy} before anything of it is sent; one that is refused fails with an {@link
 * EgressRefusedException}, surely unsent.
 *
 * <p>It follows no redirect: the answer is the 3xx itself, and whoever follows it sends a new
 * request, which is checked like the first. It uses no proxy, which would look up the name again
 * for itself. It speaks HTTP/1.1: an upgrade would cost a round trip, and proxies differ in how
 * they end it.
 *
 * <p>The name is looked up for the check, and again by the JDK for the connection; a client of the
 * JDK can't be told to which address to connect. Usually both see one answer, since the JVM keeps
 * it for {@code networkaddress.cache.ttl} (30 s unless set). Should a hostile name server bring
 * about another answer in between, then over https a connection is opened, but nothing is sent
 * unless the other side proves with a certificate that it has the name. Over http nothing would
 * prove it, therefore http is only for what the deployment lists by hand.
 */
public final class GuardedHttpClient extends ForwardingHttpClient {
  private static final Duration USUAL_CONNECT = Duration.ofSeconds(10);

  private final EgressPolicy policy;

  private GuardedHttpClient(HttpClient client, EgressPolicy policy) {
    super(client);
    this.policy = policy;
  }

  /** One that shares its connections, and 10 s for making one, with all others of this process. */
  public static GuardedHttpClient shared(EgressPolicy policy) {
    return new GuardedHttpClient(Shared.CLIENT, policy);
  }

  /** One of its own, which leaves a thread behind until it is collected. */
  public static GuardedHttpClient connectingWithin(Duration timeout, EgressPolicy policy) {
    return new GuardedHttpClient(plain(timeout), policy);
  }

  private static HttpClient plain(Duration connect) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(connect)
        .build();
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    policy.demand(request.uri());
    return Exchange.whole(request, super.sendAsync(request, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    try {
      policy.demand(request.uri());
      return super.sendAsync(request, handler);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    try {
      policy.demand(request.uri());
      return super.sendAsync(request, handler, pushes);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static final class Shared {
    static final HttpClient CLIENT = plain(USUAL_CONNECT);
  }
}
