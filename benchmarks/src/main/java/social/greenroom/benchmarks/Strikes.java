package social.greenroom.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Signals sent to the processes of one Greenroom while it works. */
final class Strikes implements AutoCloseable {
  private final LocalGreenroom greenroom;
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2);
  private final Queue<Future<?>> planned = new ConcurrentLinkedQueue<>();
  private final AtomicInteger killed = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();

  private final AtomicInteger shifted = new AtomicInteger();
  private final WorkerClocks clocks;
  private final Random random;

  Strikes(LocalGreenroom greenroom, WorkerClocks clocks, long seed) {
    this.greenroom = greenroom;
    this.clocks = clocks;
    this.random = new Random(seed);
  }

  int killed() {
    return killed.get();
  }

  int stopped() {
    return stopped.get();
  }

  /** How often a clock was set. */
  int shifted() {
    return shifted.get();
  }

  void plan(ClockShift shift) {
    if (clocks.canBeSet()) {
      later(
          shift.afterMillis(),
          () -> {
            clocks.set(shift.whose(), shift.seconds());
            shifted.incrementAndGet();
          });
    }
  }

  void plan(Strike strike) {
    later(strike.afterMillis(), () -> strike(strike));
  }

  private void strike(Strike strike) {
    var found = victims(strike.victim());
    if (found.isEmpty()) {
      return;
    }
    var victim = found.get(random.nextInt(found.size()));
    if (strike.kills()) {
      signal("KILL", victim);
      killed.incrementAndGet();
    } else {
      signal("STOP", victim);
      stopped.incrementAndGet();
      later(strike.heldMillis(), () -> signal("CONT", victim));
    }
  }

  private void later(int millis, Runnable act) {
    planned.add(timer.schedule(act, millis, TimeUnit.MILLISECONDS));
  }

  private List<ProcessHandle> victims(Strike.Victim victim) {
    return switch (victim) {
      case WORKER -> programs("social.greenroom.worker.Worker");
      case OPERATOR -> programs("operator/app");
      case API_SERVER -> programs("api-server/app");
      case POSTGRES -> greenroom.postgresBackends();
    };
  }

  private List<ProcessHandle> programs(String command) {
    return greenroom
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(command))
        .toList();
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("No signal can be sent: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all that was planned has happened, and who was stopped is awake. */
  void await() throws InterruptedException {
    while (planned.stream().anyMatch(act -> !act.isDone())) {
      Thread.sleep(100);
    }
  }

  /** No more signals; who was stopped and not yet woken is woken. */
  @Override
  public void close() {
    planned.forEach(act -> act.cancel(false));
    timer.shutdownNow();
    for (var victim : Strike.Victim.values()) {
      victims(victim).forEach(process -> signal("CONT", process));
    }
  }
}
