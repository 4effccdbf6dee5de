package social.greenroom.agents.router;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import social.greenroom.agents.AgentFailedException;

/**
 * Repeats a call that failed for the moment. Pauses double and are drawn at random below that (full
 * jitter), so that many workers don't come back at once; a router's own wish is kept up to a limit.
 */
record Retries(String router, int most) {
  private static final Logger LOG = System.getLogger(Retries.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  <T> T run(Supplier<T> call) throws AgentFailedException {
    for (var attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        var failure = RouterFailure.of(e);
        if (!failure.temporary() || attempt > most || Thread.currentThread().isInterrupted()) {
          throw failed(failure, attempt);
        }
        LOG.log(
            Level.INFO, "The model router at {0} {1}; asking again.", router, failure.sentence());
        pause(failure, attempt);
      }
    }
  }

  private AgentFailedException failed(RouterFailure failure, int attempts) {
    var tries = attempts == 1 ? "" : ", asked %d times".formatted(attempts);
    return new AgentFailedException(
        "The model router at %s %s%s.".formatted(router, failure.sentence(), tries),
        failure.temporary());
  }

  private void pause(RouterFailure failure, int attempt) throws AgentFailedException {
    var most = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
    var drawn = Duration.ofMillis(ThreadLocalRandom.current().nextLong(shorter(most).toMillis()));
    var pause = shorter(failure.retryAfter()).plus(drawn);
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AgentFailedException("Waiting for the model router was interrupted.", true);
    }
  }

  private static Duration shorter(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
