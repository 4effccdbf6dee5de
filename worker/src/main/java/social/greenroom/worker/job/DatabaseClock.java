package social.greenroom.worker.job;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseUnavailableException;

/**
 * The database's clock, as what is due, claimed and lost is told by. Between two looks at it the
 * time that has passed on this machine is counted, which setting its clock doesn't change. So of
 * two workers none is early or late because its machine's clock is wrong, or jumps.
 */
public final class DatabaseClock implements InstantSource, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DatabaseClock.class.getName());

  /** The counts of two machines part by less than a millisecond meanwhile. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final InstantSource source;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Looked looked;

  private record Looked(Instant told, long at) {}

  private DatabaseClock(InstantSource source) {
    this.source = source;
    this.looked = ask();
  }

  /**
   * Begins to follow the clock of that database.
   *
   * @throws DatabaseUnavailableException when it can't be asked now
   */
  public static DatabaseClock of(Database database) {
    return of(database::now, LOOK);
  }

  static DatabaseClock of(InstantSource source, Duration look) {
    var clock = new DatabaseClock(source);
    var thread = new Thread(() -> clock.follow(look), "database-clock");
    thread.setDaemon(true);
    thread.start();
    return clock;
  }

  @Override
  public Instant instant() {
    var last = looked;
    return last.told().plusNanos(System.nanoTime() - last.at());
  }

  private Looked ask() {
    long before = System.nanoTime();
    var told = source.instant();
    return new Looked(told, before + (System.nanoTime() - before) / 2);
  }

  private void follow(Duration look) {
    try {
      while (!done.await(look.toMillis(), TimeUnit.MILLISECONDS)) {
        lookAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAgain() {
    try {
      looked = ask();
    } catch (RuntimeException e) {
      // What is counted here goes on; nothing is sent without the database anyway.
      LOG.log(Level.DEBUG, "The database''s clock is asked again: {0}", e.getMessage());
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
