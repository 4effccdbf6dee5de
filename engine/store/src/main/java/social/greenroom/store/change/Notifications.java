package social.greenroom.store.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import social.greenroom.store.database.DatabaseConfig;

/**
 * Listens for changes on a connection and a thread of its own, and connects again when the
 * connection is lost. What happened meanwhile isn't told: after every (re)connection the second
 * callback runs, and the listener has to look for itself.
 */
public final class Notifications implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Notifications.class.getName());
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final int WAIT_MILLIS = 10_000;
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

  /** Is told of changes. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param backend the process id of the database's backend that made the change
     */
    void changed(Change change, int backend);
  }

  private final DatabaseConfig config;
  private final Listener onChange;
  private final Runnable onConnect;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Connection current;

  private Notifications(DatabaseConfig config, Listener onChange, Runnable onConnect) {
    this.config = config;
    this.onChange = onChange;
    this.onConnect = onConnect;
    this.thread = new Thread(this::run, "greenroom-changes");
    this.thread.setDaemon(true);
  }

  /** Listens until closed. The callbacks run on the listening thread and should be quick. */
  public static Notifications listen(DatabaseConfig config, Consumer<Change> onChange) {
    return listen(config, onChange, () -> {});
  }

  /**
   * Listens until closed.
   *
   * @param onConnect runs after the first connection and after every later one
   */
  public static Notifications listen(
      DatabaseConfig config, Consumer<Change> onChange, Runnable onConnect) {
    return listen(config, (change, backend) -> onChange.accept(change), onConnect);
  }

  /** The same, for who wants to know whose change it is. */
  public static Notifications listen(DatabaseConfig config, Listener onChange, Runnable onConnect) {
    var listening = new Notifications(config, onChange, onConnect);
    listening.thread.start();
    return listening;
  }

  private void run() {
    long pause = FIRST_PAUSE;
    while (!closed) {
      try (var connection = connect()) {
        current = connection;
        pause = FIRST_PAUSE;
        deliver(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.log(
              Level.INFO,
              "Lost the connection that announces changes; connecting again. ({0})",
              e.getSQLState());
          LockSupport.parkNanos(pause);
          pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
      } finally {
        current = null;
      }
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", config.user());
    properties.setProperty("password", config.password());
    properties.setProperty("ApplicationName", "greenroom changes");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(config.jdbcUrl(), properties);
  }

  private void deliver(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen greenroom_change");
    }
    guarded(onConnect);
    var listening = connection.unwrap(PGConnection.class);
    while (!closed) {
      var told = listening.getNotifications(WAIT_MILLIS);
      if (told == null || told.length == 0) {
        // A connection that a firewall dropped would stay silent for ever.
        if (!connection.isValid(5)) {
          throw new SQLException("The connection is dead.", "08006");
        }
        continue;
      }
      for (var notification : told) {
        tell(notification.getParameter(), notification.getPID());
      }
    }
  }

  private void tell(String payload, int backend) {
    try {
      var change = JSON.readValue(payload, Change.class);
      guarded(() -> onChange.changed(change, backend));
    } catch (JsonProcessingException e) {
      LOG.log(Level.WARNING, "An announcement that isn''t one of ours was passed over.");
    }
  }

  // A listener that fails must not end the listening.
  private static void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A listener for changes failed.", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    var open = current;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "The connection was closed already.", e);
      }
    }
    LockSupport.unpark(thread);
  }
}
