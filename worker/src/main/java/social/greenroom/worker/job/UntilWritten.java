package social.greenroom.worker.job;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import social.greenroom.store.database.DatabaseUnavailableException;

/**
 * Writes what came of a call, however long the database is away: nobody else knows it, and a person
 * would be asked in its place. It is kept until it is written, or until the process ends.
 *
 * @param patience how long the database may be away until the log tells that something waits
 */
public record UntilWritten(InstantSource clock, Duration patience) {
  private static final System.Logger LOG = System.getLogger(UntilWritten.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * Writes it, again and again while the database is away.
   *
   * @throws InterruptedException when the thread is told to end before
   */
  public <T> T write(Supplier<T> writing) throws InterruptedException {
    var told = clock.instant();
    while (true) {
      try {
        return writing.get();
      } catch (DatabaseUnavailableException e) {
        if (clock.instant().isAfter(told.plus(patience))) {
          LOG.log(Level.WARNING, "What came of a call waits for the database: {0}", e.getMessage());
          told = clock.instant();
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }
}
