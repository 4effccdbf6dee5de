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
 */
record Patience(int tries, Duration firstPause) {
  /** 0.25 s, 0.5 s, … 8 s: about 16 seconds in all. */
  static final Patience DEFAULT = new Patience(7, Duration.ofMillis(250));

  /** A call over the network. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws IOException, InterruptedException;
  }

  /**
   * Makes the call until it succeeds.
   *
   * @throws MediaUnavailableException when it didn't in all those tries, or the thread was
   *     interrupted, which it stays
   */
  <T> T insist(Call<T> call) {
    var pause = firstPause;
    for (int left = tries - 1; ; left--) {
      try {
        return call.make();
      } catch (IOException e) {
        if (left <= 0) {
          throw new MediaUnavailableException(
              "The API server can't be reached right now; try again later.", e);
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
