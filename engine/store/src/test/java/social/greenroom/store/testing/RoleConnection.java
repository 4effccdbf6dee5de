package social.greenroom.store.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plain connection as one role, for statements that no repository would make: each runs in a
 * transaction of its own, which names the tenant first if there is one.
 */
public final class RoleConnection implements AutoCloseable {
  private final Connection connection;
  private final @Nullable UUID tenantId;

  RoleConnection(String url, String user, String password, @Nullable UUID tenantId)
      throws SQLException {
    this.connection = DriverManager.getConnection(url, user, password);
    this.connection.setAutoCommit(false);
    this.tenantId = tenantId;
  }

  /** Runs the statement and commits; returns the rows it touched. */
  public int update(String sql, Object... values) throws SQLException {
    try {
      nameTenant();
      int touched;
      try (var statement = prepare(sql, values)) {
        touched = statement.executeUpdate();
      }
      connection.commit();
      return touched;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** Runs the query; returns its first column. */
  public List<String> column(String sql, Object... values) throws SQLException {
    try {
      nameTenant();
      var found = new ArrayList<String>();
      try (var statement = prepare(sql, values);
          var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(String.valueOf(rows.getString(1)));
        }
      }
      connection.commit();
      return found;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** The SQL state with which the statement is refused; "accepted" when it isn't. */
  public String refusal(String sql, Object... values) {
    try {
      update(sql, values);
      return "accepted";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private void nameTenant() throws SQLException {
    if (tenantId != null) {
      try (var statement =
          prepare("select set_config('greenroom.tenant', ?, true)", tenantId.toString())) {
        statement.execute();
      }
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
