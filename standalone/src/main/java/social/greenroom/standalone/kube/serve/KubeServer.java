package social.greenroom.standalone.kube.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.kube.discovery.Documents;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.verb.Target;

/** The HTTP server: guards, reads, hands to a worker thread, answers. */
public final class KubeServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(KubeServer.class.getName());

  /** As the API server's own limit. */
  private static final long LARGEST_BODY = 3 * 1024 * 1024;

  private static final int WORKERS = 32;

  private final Vertx vertx;
  private final ObjectStore store;
  private final Targets targets;
  private final Documents documents;
  private final ResourceHandler resources;
  private final WorkerExecutor workers;
  private final HttpServer server;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  private KubeServer(
      Vertx vertx, ObjectStore store, ResourceCatalog catalog, String host, int port) {
    this.vertx = vertx;
    this.store = store;
    this.targets = new Targets(catalog);
    this.documents = new Documents(catalog);
    this.resources = new ResourceHandler(store);
    this.workers = vertx.createSharedWorkerExecutor("kube-worker", WORKERS, 1, TimeUnit.MINUTES);
    Router router = Router.router(vertx);
    router.route().handler(this::guard);
    // Before the body is read: a request that has been read can't become a web socket.
    router.get().handler(this::watchIfAsked);
    router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    router.route().handler(this::handle);
    router.route().failureHandler(KubeServer::fail);
    server =
        vertx.createHttpServer(
            new HttpServerOptions().setHost(host).setPort(port).setCompressionSupported(false));
    server.requestHandler(router);
  }

  /**
   * Starts to serve.
   *
   * @throws IllegalStateException when the port can't be had
   */
  public static KubeServer start(
      Vertx vertx, ObjectStore store, ResourceCatalog catalog, String host, int port) {
    KubeServer kube = new KubeServer(vertx, store, catalog, host, port);
    try {
      kube.server.listen().toCompletionStage().toCompletableFuture().join();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The Kubernetes API can't listen on "
              + host
              + ":"
              + port
              + ": choose another port, or stop the program that has it.",
          e);
    }
    return kube;
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    watches.forEach(Watch::end);
    server.close().toCompletionStage().toCompletableFuture().join();
    workers.close().toCompletionStage().toCompletableFuture().join();
  }

  private void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    // HTTP/2 names the host otherwise than by a header.
    String host = request.authority() == null ? "" : request.authority().toString();
    String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
    Optional<String> refusal = LoopbackGuard.refusal(host, origin);
    if (refusal.isPresent()) {
      send(context, Answer.of(ApiException.forbidden(refusal.get())));
    } else {
      context.next();
    }
  }

  private void watchIfAsked(RoutingContext context) {
    KubeRequest request = read(context);
    Optional<ApiPath> path = ApiPath.parse(request.path());
    if (path.isPresent() && request.flag("watch")) {
      LOG.log(Level.DEBUG, "WATCH {0}", request.path());
      watch(context, targets.of(path.get()), request);
    } else {
      context.next();
    }
  }

  private void handle(RoutingContext context) {
    KubeRequest request = read(context);
    LOG.log(Level.DEBUG, "{0} {1}", request.method(), request.path());
    Optional<ApiPath> path = ApiPath.parse(request.path());
    workers
        .executeBlocking(() -> answer(path, request), false)
        .onSuccess(answer -> send(context, answer))
        .onFailure(context::fail);
  }

  private Answer answer(Optional<ApiPath> path, KubeRequest request) {
    if (path.isEmpty()) {
      JsonNode document = documents.find(request.path());
      return document.isTextual() ? Answer.text(document.asText()) : Answer.ok(document);
    }
    return resources.answer(targets.of(path.get()), request);
  }

  private void watch(RoutingContext context, Target target, KubeRequest request) {
    WatchOptions options = WatchOptions.of(named(target, request), request);
    HttpServerRequest http = context.request();
    if ("websocket".equalsIgnoreCase(http.getHeader("Upgrade"))) {
      http.toWebSocket()
          .onSuccess(socket -> begin(options, WatchSink.of(socket)))
          .onFailure(context::fail);
    } else {
      begin(options, WatchSink.of(http.response()));
    }
  }

  /** A watch of one object is a watch of its collection with a name selected. */
  private static Target named(Target target, KubeRequest request) {
    if (target.name().isEmpty()) {
      return target;
    }
    request.query().set("fieldSelector", "metadata.name=" + target.name());
    return new Target(target.type(), target.namespace(), "", "");
  }

  private void begin(WatchOptions options, WatchSink sink) {
    watches.removeIf(Watch::hasEnded);
    Watch watch = new Watch(store, vertx, options, sink);
    watches.add(watch);
    watch.start();
  }

  private static KubeRequest read(RoutingContext context) {
    HttpServerRequest request = context.request();
    Buffer body = context.body().buffer();
    return new KubeRequest(
        request.method().name(),
        context.normalizedPath(),
        context.queryParams(),
        request.headers(),
        body == null ? Buffer.buffer() : body);
  }

  private static void fail(RoutingContext context) {
    Throwable cause = context.failure();
    if (cause instanceof ApiException refusal) {
      send(context, Answer.of(refusal));
    } else if (context.statusCode() == 413) {
      send(
          context,
          Answer.of(
              new ApiException(
                  413,
                  "RequestEntityTooLarge",
                  "Request entity too large: limit is " + LARGEST_BODY)));
    } else if (!context.response().headWritten()) {
      LOG.log(Level.WARNING, "A request to the Kubernetes API failed", cause);
      send(context, Answer.of(ApiException.internal("see the log")));
    }
  }

  private static void send(RoutingContext context, Answer answer) {
    HttpServerResponse response = context.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(answer.code()).putHeader("Content-Type", answer.contentType());
    response.putHeader("Cache-Control", "no-cache, private");
    for (String warning : answer.warnings()) {
      String text = warning.replace("\\", "\\\\").replace("\"", "\\\"");
      response.headers().add("Warning", "299 - \"" + text + "\"");
    }
    response.end(answer.body());
  }
}
