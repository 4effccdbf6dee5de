package social.greenroom.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.rehearsal.Rehearsal;

/**
 * A server that plays the outside world: Composio's MCP servers for LinkedIn and X, a Mastodon
 * instance, a model router, and a timeline that shows what went out.
 */
public final class Sandbox implements AutoCloseable {
  private final Vertx vertx;
  private final Origin origin;
  private final World world;

  private Sandbox(Vertx vertx, Origin origin, World world) {
    this.vertx = vertx;
    this.origin = origin;
    this.world = world;
  }

  /**
   * Starts a sandbox; it answers when this returns.
   *
   * @throws UncheckedIOException if its port can't be bound or its state can't be read
   */
  public static Sandbox start(SandboxConfig config) {
    var origin = new Origin(config.host(), config.port(), config.url());
    // One event loop: what the networks know is touched by one thread only.
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    try {
      var world = World.open(vertx, config, origin);
      var server =
          vertx
              .createHttpServer()
              .requestHandler(world.router())
              // Given without a host, a port is bound on every address, whatever the options say.
              .listen(config.port(), config.host())
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      origin.listensOn(server.actualPort());
      return new Sandbox(vertx, origin, world);
    } catch (CompletionException e) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      throw new UncheckedIOException(
          "The sandbox can't listen on %s port %d: choose another port with --port"
              .formatted(config.host(), config.port()),
          new IOException(e.getCause()));
    } catch (RuntimeException e) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      throw e;
    }
  }

  public int port() {
    return origin.port();
  }

  /** Its address, without a slash at the end. */
  public String baseUrl() {
    return origin.at("");
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    world.close();
  }

  /**
   * Runs a sandbox until it is told to stop: {@code --port N}, {@code --state DIR}. With {@code
   * rehearse} as the first argument it visits an installation instead, see {@link Rehearsal}.
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("rehearse")) {
      Rehearsal.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    var sandbox = start(CommandLine.parse(arguments));
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    System.out.println("Sandbox on " + sandbox.baseUrl() + " (nothing here leaves this machine)");
    new CountDownLatch(1).await();
  }
}
