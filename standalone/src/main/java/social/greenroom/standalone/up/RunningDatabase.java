package social.greenroom.standalone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.postgres.PostgresServer;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;

/** The database of a Greenroom that runs in another process, reached with its folder's keys. */
public final class RunningDatabase {
  private RunningDatabase() {}

  /**
   * Connections that work for tenants; the caller closes them.
   *
   * @param data the running Greenroom's folder
   */
  public static Database tenants(Path data) {
    return Database.open(DatabaseConfig.app(url(data), keys(data).password("greenroom_app"), 1));
  }

  /** Connections that look for tenants; the caller closes them. */
  public static Database lookup(Path data) {
    return Database.open(
        DatabaseConfig.lookup(url(data), keys(data).password("greenroom_lookup"), 1));
  }

  private static Keys keys(Path data) {
    return Keys.in(data.resolve("keys"));
  }

  private static String url(Path data) {
    var file = data.resolve("postgres").resolve("port");
    try {
      var port = Integer.parseInt(Files.readString(file).strip());
      return PostgresServer.url(port, Databases.GREENROOM);
    } catch (IOException | NumberFormatException e) {
      throw new StartException(
          "The file %s can't be read. Start Greenroom with ./greenroom up.".formatted(file), e);
    }
  }
}
