package social.greenroom.worker.job;

import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;

/** The database as a Job sees it: through the login of one tenant, which can't be chosen. */
public final class JobDatabase {
  private JobDatabase() {}

  /**
   * Opens it; connections are made when they are needed.
   *
   * @throws UsageException naming the variable that isn't set
   */
  public static Database open(Environment environment, int connections) throws UsageException {
    return Database.open(
        DatabaseConfig.job(
            environment.required("GREENROOM_DB_URL"),
            environment.required("GREENROOM_DB_USER"),
            environment.required("GREENROOM_DB_PASSWORD"),
            connections));
  }
}
