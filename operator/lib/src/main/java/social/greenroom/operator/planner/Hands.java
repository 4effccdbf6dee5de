package social.greenroom.operator.planner;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does many small things that mostly wait for the database, a few at a time. */
final class Hands implements AutoCloseable {
  private final ExecutorService threads;

  /** With so many hands. */
  Hands(String name, int hands) {
    this.threads =
        Executors.newFixedThreadPool(
            hands,
            task -> {
              var thread = new Thread(task, "greenroom-" + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does all of them and returns when all are done. One alone is done by the caller.
   *
   * @throws IllegalStateException with the first failure, after all have been tried
   */
  void all(List<Runnable> works) {
    if (works.size() == 1) {
      works.get(0).run();
      return;
    }
    var running = works.stream().map(threads::submit).toList();
    RuntimeException failure = null;
    for (var work : running) {
      try {
        work.get();
      } catch (ExecutionException e) {
        failure = failure == null ? new IllegalStateException(e.getCause()) : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Told to stop.", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
