package social.greenroom.standalone.kube.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import social.greenroom.standalone.kube.object.ObjectKey;

/** The SQL of the store. */
final class ObjectTables {

  private static final String KEY_COLUMNS =
      "resource, namespace, name, uid, resource_version, json";

  private final DataSource dataSource;
  private final SecretSeal seal;

  ObjectTables(DataSource dataSource, SecretSeal seal) {
    this.dataSource = dataSource;
    this.seal = seal;
  }

  void create() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(script());
    }
  }

  long version() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select resource_version from kube_version");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  List<StoredObject> objects() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select " + KEY_COLUMNS + " from kube_object");
        ResultSet row = select.executeQuery()) {
      List<StoredObject> objects = new ArrayList<>();
      while (row.next()) {
        objects.add(object(row));
      }
      return objects;
    }
  }

  /** The changes after a version, oldest first, without what was there before each. */
  List<Change> changesAfter(long version) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select "
                    + KEY_COLUMNS
                    + ", type from kube_change where resource_version > ? order by"
                    + " resource_version")) {
      select.setLong(1, version);
      try (ResultSet row = select.executeQuery()) {
        List<Change> changes = new ArrayList<>();
        while (row.next()) {
          changes.add(new Change(ChangeType.valueOf(row.getString(7)), object(row), null));
        }
        return changes;
      }
    }
  }

  /** Writes changes, and returns when they are committed. */
  void append(List<Change> changes) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insertChanges(connection, changes);
        storeLatest(connection, changes);
        setVersion(connection, changes.get(changes.size() - 1).version());
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  void pruneChanges(long upTo) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from kube_change where resource_version <= ?")) {
      delete.setLong(1, upTo);
      delete.executeUpdate();
    }
  }

  private void insertChanges(Connection connection, List<Change> changes) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into kube_change (" + KEY_COLUMNS + ", type) values (?, ?, ?, ?, ?, ?, ?)")) {
      for (Change change : changes) {
        bind(insert, change.object());
        insert.setString(7, change.type().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void storeLatest(Connection connection, List<Change> changes) throws SQLException {
    Map<ObjectKey, Change> latest = new LinkedHashMap<>();
    changes.forEach(c -> latest.put(c.object().key(), c));
    try (PreparedStatement upsert =
            connection.prepareStatement(
                "insert into kube_object ("
                    + KEY_COLUMNS
                    + ") values (?, ?, ?, ?, ?, ?) on conflict (resource, namespace, name) do"
                    + " update set uid = excluded.uid, resource_version ="
                    + " excluded.resource_version, json = excluded.json");
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from kube_object where resource = ? and namespace = ? and name = ?")) {
      for (Change change : latest.values()) {
        boolean gone = change.type() == ChangeType.DELETED;
        PreparedStatement statement = gone ? delete : upsert;
        if (gone) {
          bindKey(delete, change.object().key());
        } else {
          bind(upsert, change.object());
        }
        statement.addBatch();
      }
      upsert.executeBatch();
      delete.executeBatch();
    }
  }

  private static void setVersion(Connection connection, long version) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update kube_version set resource_version = ?")) {
      update.setLong(1, version);
      update.executeUpdate();
    }
  }

  private void bind(PreparedStatement statement, StoredObject object) throws SQLException {
    bindKey(statement, object.key());
    statement.setString(4, object.uid());
    statement.setLong(5, object.version());
    statement.setString(6, seal.toRow(object.key(), object.json()));
  }

  private static void bindKey(PreparedStatement statement, ObjectKey key) throws SQLException {
    statement.setString(1, key.resource());
    statement.setString(2, key.namespace());
    statement.setString(3, key.name());
  }

  private StoredObject object(ResultSet row) throws SQLException {
    ObjectKey key = new ObjectKey(row.getString(1), row.getString(2), row.getString(3));
    return StoredObject.read(key, row.getLong(5), seal.fromRow(key, row.getString(6)));
  }

  private static String script() {
    try (InputStream script = ObjectTables.class.getResourceAsStream("/kube/schema.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
