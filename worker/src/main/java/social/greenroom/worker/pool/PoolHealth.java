package social.greenroom.worker.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Answers a cluster's probes under the paths that the other programs have them: started, live (it
 * looks for work) and ready (it takes work and the database answers); and a few figures.
 */
final class PoolHealth implements AutoCloseable {
  /**
   * Longer than any look for work takes: where the network drops what is sent to the database, each
   * idle connection is waited for by seconds, and an answer for a minute. A pool that hangs is
   * started anew.
   */
  private static final Duration HANGS = Duration.ofMinutes(5);

  /** One may wait for the database, and another answers meanwhile. */
  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "pool-health"));

  private PoolHealth(HttpServer server) {
    this.server = server;
  }

  /** Listens on all addresses, as a kubelet asks from outside the pod. */
  static PoolHealth start(int port, Pool pool, BooleanSupplier reachable) {
    return start(
        port,
        () -> pool.leaving() || pool.sinceLook().compareTo(HANGS) < 0,
        pool::leaving,
        reachable,
        () -> figures(pool));
  }

  static PoolHealth start(
      int port,
      BooleanSupplier live,
      BooleanSupplier leaving,
      BooleanSupplier reachable,
      Supplier<String> figures) {
    var answers = oneAtATime(reachable);
    try {
      var health = new PoolHealth(HttpServer.create(new InetSocketAddress(port), 0));
      health.probe("/q/health/started", () -> true);
      health.probe("/q/health/live", live);
      health.probe("/q/health/ready", () -> !leaving.getAsBoolean() && answers.getAsBoolean());
      health.text("/q/metrics", figures);
      health.server.setExecutor(health.threads);
      health.server.start();
      return health;
    } catch (IOException e) {
      throw new UncheckedIOException("Port %d can't be listened on.".formatted(port), e);
    }
  }

  /**
   * A database behind a network that drops what is sent to it is asked for longer than a cluster
   * waits. Who asks beside that is told no, so that none of it takes the thread that says that the
   * pool lives: a pool that is started anew forgets what came of calls.
   */
  private static BooleanSupplier oneAtATime(BooleanSupplier reachable) {
    var asking = new AtomicBoolean();
    return () -> {
      if (!asking.compareAndSet(false, true)) {
        return false;
      }
      try {
        return reachable.getAsBoolean();
      } finally {
        asking.set(false);
      }
    };
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static String figures(Pool pool) {
    return """
        # HELP greenroom_pool_flights Posts that are on their way now.
        # TYPE greenroom_pool_flights gauge
        greenroom_pool_flights %d
        # HELP greenroom_pool_posts_total Posts that were taken and have landed, whatever came of them.
        # TYPE greenroom_pool_posts_total counter
        greenroom_pool_posts_total %d
        """
        .formatted(pool.flying(), pool.landed());
  }

  private void probe(String path, BooleanSupplier well) {
    server.createContext(
        path,
        exchange -> {
          var up = well.getAsBoolean();
          answer(exchange, up ? 200 : 503, up ? "UP" : "DOWN");
        });
  }

  private void text(String path, Supplier<String> text) {
    server.createContext(path, exchange -> answer(exchange, 200, text.get()));
  }

  private static void answer(HttpExchange exchange, int code, String text) throws IOException {
    try (exchange) {
      var bytes = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
