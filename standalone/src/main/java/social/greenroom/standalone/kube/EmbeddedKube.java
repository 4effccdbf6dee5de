package social.greenroom.standalone.kube;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.sql.SQLException;
import java.util.List;
import social.greenroom.standalone.kube.lifecycle.Definitions;
import social.greenroom.standalone.kube.lifecycle.FirstObjects;
import social.greenroom.standalone.kube.lifecycle.Upkeep;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.serve.KubeServer;
import social.greenroom.standalone.kube.storage.ObjectStore;

/** A Kubernetes API that runs until it is closed. */
public final class EmbeddedKube implements AutoCloseable {

  private final String host;
  private final Vertx vertx;
  private final ObjectStore store;
  private final Upkeep upkeep;
  private final KubeServer server;

  private EmbeddedKube(KubeConfig config, Vertx vertx, ObjectStore store) {
    host = config.host();
    this.vertx = vertx;
    this.store = store;
    ResourceCatalog catalog = new ResourceCatalog(BuiltinTypes.all());
    Definitions.serve(store, catalog);
    FirstObjects.create(store, catalog, List.of("default", "kube-system"));
    server = KubeServer.start(vertx, store, catalog, config.host(), config.port());
    upkeep = Upkeep.start(store, catalog);
  }

  /**
   * Starts the API; it can be used when this returns.
   *
   * @throws IllegalStateException with a sentence for a person when it can't start
   */
  public static EmbeddedKube start(KubeConfig config) {
    ObjectStore store;
    try {
      store = ObjectStore.open(config.dataSource(), config.sealingKey());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The Kubernetes API's database can't be used: " + e.getMessage(), e);
    }
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    try {
      return new EmbeddedKube(config, vertx, store);
    } catch (RuntimeException e) {
      stop(vertx);
      store.close();
      throw e;
    }
  }

  /** The address for clients, as in {@code http://127.0.0.1:8001}. */
  public String url() {
    return "http://" + host + ":" + server.port();
  }

  /** Ends watches, finishes what is being written, and stops. */
  @Override
  public void close() {
    upkeep.close();
    server.close();
    stop(vertx);
    store.close();
  }

  private static void stop(Vertx vertx) {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
