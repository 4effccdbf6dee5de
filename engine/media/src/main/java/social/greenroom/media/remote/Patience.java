package social.greenroom.media.remote;

import java.io.IOException;
import java.time.Duration;
import social.greenroom.core.media.MediaUnavailableException;

/**
 * How often a call is made before it is given up, and how long is waited in between: each time
 * twice as long as before.
 *
 * @param tries at least 1
 * @param firstPause before the second try
 * @param longest for all tries and pauses, and so for one that gets no answer
 */
record Patience(int tries, Duration firstPause, Duration longest) {
  /** 0.25 s, 0.5 s, … 8 s: about 16 seconds of pauses in all. */
  static final Patience DEFAULT = new Patience(7, Duration.ofMillis(250), Duration.ofMinutes(3));

  /** For what has to be sent at its time: it is put off rather, and the others aren't held up. */
  static final Patience SHORT = new Patience(4, Duration.ofMillis(250), Duration.ofSeconds(20));

  /** A call over the network. */
  @FunctionalInterface
  interface Call<T> {
    /**
     * @param left how long it may take
     */
    T make(Duration left) throws IOException, InterruptedException;
  }

  /**
   * Makes the call until it succeeds.
   *
   * @throws MediaUnavailableException when it didn't in all those tries, or the thread was
   *     interrupted, which it stays
   */
  <T> T insist(Call<T> call) {
    var end = System.nanoTime() + longest.toNanos();
    var pause = firstPause;
    for (int left = tries - 1; ; left--) {
      try {
        return call.make(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      } catch (IOException e) {
        if (left <= 0 || System.nanoTime() + pause.toNanos() >= end) {
          throw new MediaUnavailableException(
              "The API server can't serve this right now; try again later.", e);
        }
      } catch (InterruptedException e) {
        throw stopped(e);
      }
      sleep(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  private static MediaUnavailableException stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new MediaUnavailableException("The Job was told to stop during a call.", e);
  }
}
