package social.greenroom.standalone.up;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/** Runs the operator and the API server in this JVM. */
final class InProcessPrograms implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(InProcessPrograms.class.getName());
  private static final Duration STOP = Duration.ofSeconds(6);
  private static final Duration LAST_BEANS = Duration.ofMillis(300);
  // Quarkus makes the observer itself, so what it reports to is static.
  private static volatile CompletableFuture<Void> started = new CompletableFuture<>();
  private static volatile CompletableFuture<Void> stopped = new CompletableFuture<>();
  private static volatile CompletableFuture<Throwable> failed = new CompletableFuture<>();

  private final Thread thread;

  private InProcessPrograms(Thread thread) {
    this.thread = thread;
  }

  /**
   * Starts them with these settings and returns when they have started but for their ports, which
   * they open last.
   *
   * @param settings configuration by property name
   */
  static InProcessPrograms start(Map<String, String> settings) throws InterruptedException {
    settings.forEach(System::setProperty);
    started = new CompletableFuture<>();
    stopped = new CompletableFuture<>();
    failed = new CompletableFuture<>();
    var thread = new Thread(() -> Quarkus.run(null, InProcessPrograms::ended), "greenroom");
    thread.start();
    try {
      started.get();
      return new InProcessPrograms(thread);
    } catch (ExecutionException e) {
      throw dontStart(e);
    }
  }

  /**
   * @throws StartException when they have ended with an error
   */
  void look() {
    if (failed.isDone()) {
      throw dontStart(failed.join());
    }
  }

  private static StartException dontStart(Throwable why) {
    var first = why;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return new StartException(
        "The operator and the API server don't start: %s.".formatted(first.getMessage()), why);
  }

  /** Stops them, and returns when they have stopped. */
  @Override
  public void close() {
    Quarkus.asyncExit();
    try {
      stopped.get(STOP.toMillis(), TimeUnit.MILLISECONDS);
      // At Ctrl-C Quarkus stops in its own shutdown hook, and its main thread lives as long as the
      // JVM.
      thread.join(LAST_BEANS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "The operator and the API server didn''t stop in time.");
    }
  }

  private static void ended(int code, @Nullable Throwable problem) {
    if (problem != null) {
      failed.complete(problem);
      started.completeExceptionally(problem);
    }
  }

  /**
   * Tells when Quarkus is up and when it stops. An observer and no QuarkusApplication: where there
   * is one of those, the operator SDK leaves the start of the operator to it.
   */
  @ApplicationScoped
  static class Lifecycle {
    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
      started.complete(null);
    }

    void onStop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
      stopped.complete(null);
    }
  }
}
