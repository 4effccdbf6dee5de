package social.greenroom.api.internal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.web.ProblemAnswer;

/**
 * A second port, for Jobs and the pool. It has the same router behind it as the public one, and a
 * filter before that, so that each port answers 404 to what belongs to the other: no Ingress, and
 * no mistake in one, makes what is internal public.
 */
@ApplicationScoped
public class InternalPort {
  static final String NOTHING_HERE = "There is nothing at this address.";

  /** What belongs here; nothing else does. */
  private static final String PATHS = "/api/v1/internal/";

  /** After the headers for every answer, before anything that reads. */
  private static final int EARLY = 950;

  /** As large as on the public port. */
  private static final int MAX_HEADER_BYTES = 16 * 1024;

  private static final int IDLE_SECONDS = 300;

  private final Vertx vertx;
  private final InternalConfig config;
  private final String host;

  private volatile @Nullable HttpServer server;

  InternalPort(
      Vertx vertx,
      InternalConfig config,
      @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host) {
    this.vertx = vertx;
    this.config = config;
    this.host = host;
  }

  /** The port that is listened on, once the program has started. */
  public int number() {
    var running = server;
    return running == null ? config.port() : running.actualPort();
  }

  /** True when the request came in by this port, whatever a proxy's headers say. */
  boolean received(HttpServerRequest request) {
    var address = request.localAddress();
    return address != null && address.port() == number();
  }

  void open(@Observes StartupEvent start) {
    var options =
        new HttpServerOptions().setMaxHeaderSize(MAX_HEADER_BYTES).setIdleTimeout(IDLE_SECONDS);
    var listening =
        vertx
            .createHttpServer(options)
            .requestHandler(VertxHttpRecorder.getRootHandler())
            .listen(config.port(), host)
            .toCompletionStage()
            .toCompletableFuture();
    try {
      server = listening.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "Jobs can't be listened for on port %d of %s; choose another with greenroom.internal.port."
              .formatted(config.port(), host),
          e.getCause());
    }
  }

  void close(@Observes ShutdownEvent stop) {
    var running = server;
    if (running != null) {
      running.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    var internal = context.normalizedPath().startsWith(PATHS);
    if (internal == received(context.request())) {
      context.next();
    } else {
      ProblemAnswer.send(context, ProblemKind.NOT_FOUND.because(NOTHING_HERE));
    }
  }
}
