package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The variants on their way at once: at most so many, each on a thread of its own. Besides them run
 * those that take no room, as settling does, which mostly waits.
 */
final class Flights implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Flights.class.getName());

  /** Longer than any adapter waits for its network. */
  private static final Duration LANDING = Duration.ofSeconds(90);

  private final int room;
  private final ExecutorService threads;
  private final List<Future<?>> aside = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private int flying;
  private long landings;
  private int besides;

  Flights(int room, String name) {
    this.room = room;
    this.threads = Executors.newCachedThreadPool(task -> new Thread(task, name + "-flight"));
  }

  /** Something to do on a flight's thread. */
  @FunctionalInterface
  interface Flight {
    void run() throws InterruptedException;
  }

  /** Starts one, for which there is room. */
  synchronized void start(Flight flight) {
    flying++;
    threads.execute(
        () -> {
          fly(flight);
          landed(1, 0);
        });
  }

  /** Starts one that takes no room. */
  synchronized void aside(Flight flight) {
    besides++;
    aside.add(
        threads.submit(
            () -> {
              fly(flight);
              landed(0, 1);
            }));
  }

  /** Waits until there is room, and says how much. */
  synchronized int awaitRoom() throws InterruptedException {
    while (flying >= room) {
      wait();
    }
    return room - flying;
  }

  /** How many have landed until now. */
  synchronized long landings() {
    return landings;
  }

  /**
   * Waits until one more has landed than then; false when that can't come, as none is on its way.
   *
   * @param before told by {@link #landings} before it was looked what there is to send: one that
   *     landed since may have made way for another
   */
  synchronized boolean awaitLandingAfter(long before) throws InterruptedException {
    while (landings == before && flying > 0) {
      wait();
    }
    return landings > before;
  }

  /**
   * Waits until all have landed, also those aside.
   *
   * @throws RuntimeException the first one that a flight failed with, or an {@link Error}
   */
  synchronized void awaitAll() throws InterruptedException {
    while (flying + besides > 0) {
      wait();
    }
    if (failures.isEmpty()) {
      return;
    }
    var first = failures.get(0);
    if (first instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) first;
  }

  private void fly(Flight flight) {
    try {
      flight.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // An Error too: a flight that never lands would keep the run waiting for ever.
      LOG.log(Level.WARNING, "A variant is left to the next run: {0}", e.toString());
      failed(e);
    }
  }

  private synchronized void failed(Throwable failure) {
    failures.add(failure);
  }

  private synchronized void landed(int flights, int asides) {
    flying -= flights;
    landings += flights;
    besides -= asides;
    notifyAll();
  }

  /** Ends what only waits, and lets what is on its way land: its outcome is worth the wait. */
  @Override
  public void close() {
    synchronized (this) {
      aside.forEach(waiting -> waiting.cancel(true));
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LANDING.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
