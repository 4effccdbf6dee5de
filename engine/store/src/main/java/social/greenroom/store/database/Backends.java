package social.greenroom.store.database;

import io.agroal.api.AgroalPoolInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/** The database's backends, by process id, that serve the connections of a pool. */
final class Backends implements AgroalPoolInterceptor {
  private final Set<Integer> pids = ConcurrentHashMap.newKeySet();

  boolean contains(int pid) {
    return pids.contains(pid);
  }

  @Override
  public void onConnectionCreate(Connection connection) {
    pids.add(pid(connection));
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    pids.remove(pid(connection));
  }

  private static int pid(Connection connection) {
    try {
      return connection.unwrap(PGConnection.class).getBackendPID();
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }
}
