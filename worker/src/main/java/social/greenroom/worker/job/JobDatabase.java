package social.greenroom.worker.job;

import java.time.Duration;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.DatabaseUnavailableException;

/** The database as a Job sees it: through the login of one tenant, which can't be chosen. */
public final class JobDatabase {
  /**
   * As long as a server takes to be started again. A Job that ends instead loses more: Kubernetes
   * waits ten seconds before it makes the next pod, and twice as long each time.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private JobDatabase() {}

  /**
   * Opens it, once it answers.
   *
   * @throws UsageException naming the variable that isn't set
   * @throws DatabaseUnavailableException when it doesn't answer for a quarter of a minute
   */
  public static Database open(Environment environment, int connections)
      throws UsageException, InterruptedException {
    return open(environment, connections, PATIENCE);
  }

  static Database open(Environment environment, int connections, Duration patience)
      throws UsageException, InterruptedException {
    var database =
        Database.open(
            DatabaseConfig.job(
                environment.required("GREENROOM_DB_URL"),
                environment.required("GREENROOM_DB_USER"),
                environment.required("GREENROOM_DB_PASSWORD"),
                connections));
    try {
      awaitAnswer(database, patience);
      return database;
    } catch (RuntimeException | InterruptedException e) {
      database.close();
      throw e;
    }
  }

  private static void awaitAnswer(Database database, Duration patience)
      throws InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        database.now();
        return;
      } catch (DatabaseUnavailableException e) {
        if (System.nanoTime() - end >= 0) {
          throw e;
        }
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
