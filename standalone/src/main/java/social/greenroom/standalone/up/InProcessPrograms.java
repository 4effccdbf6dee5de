package social.greenroom.standalone.up;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/** Runs the operator and the API server in this JVM. */
final class InProcessPrograms implements Programs {
  private static final Duration STOP = Duration.ofSeconds(6);
  // Quarkus makes the observer itself, so what it reports to is static.
  private static volatile CompletableFuture<Void> started = new CompletableFuture<>();

  private final Thread thread;

  private InProcessPrograms(Thread thread) {
    this.thread = thread;
  }

  /**
   * Starts them with these settings and returns when they have started.
   *
   * @param settings configuration by property name
   */
  static InProcessPrograms start(Map<String, String> settings) throws InterruptedException {
    settings.forEach(System::setProperty);
    started = new CompletableFuture<>();
    var thread = new Thread(() -> Quarkus.run(null, InProcessPrograms::ended), "greenroom");
    thread.start();
    try {
      started.get();
      return new InProcessPrograms(thread);
    } catch (ExecutionException e) {
      throw new StartException(
          "The operator and the API server don't start: %s. The log tells more."
              .formatted(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    Quarkus.asyncExit();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ended(int code, @Nullable Throwable problem) {
    if (problem != null) {
      started.completeExceptionally(problem);
    }
  }

  /**
   * Tells when Quarkus is up. An observer and no QuarkusApplication: where there is one of those,
   * the operator SDK leaves the start of the operator to it.
   */
  @ApplicationScoped
  static class Started {
    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
      started.complete(null);
    }
  }
}
