package social.greenroom.standalone.kube.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ObjectKey;

/** All objects: read from memory, written through one writer into PostgreSQL, watched in order. */
public final class ObjectStore implements AutoCloseable {

  /** How many changes a watch may lag behind before it has to list again. */
  static final int HISTORY = 8192;

  private final ObjectView view = new ObjectView();
  private final History history;
  private final StoreWriter writer;

  private ObjectStore(ObjectTables tables, int historyLength) throws SQLException {
    history = new History(historyLength);
    tables.create();
    long version = tables.version();
    view.load(tables.objects(), version);
    history.load(tables.changesAfter(0), version);
    writer = new StoreWriter(tables, view, history);
  }

  /**
   * Makes the tables where they are missing and reads what they hold.
   *
   * @throws IllegalStateException when the Secrets don't open with this key
   */
  public static ObjectStore open(DataSource dataSource, SecretKey key) throws SQLException {
    return open(dataSource, key, HISTORY);
  }

  static ObjectStore open(DataSource dataSource, SecretKey key, int historyLength)
      throws SQLException {
    return new ObjectStore(new ObjectTables(dataSource, new SecretSeal(key)), historyLength);
  }

  public @Nullable StoredObject get(ObjectKey key) {
    return view.get(key);
  }

  /**
   * The objects of a resource in the order of namespace and name.
   *
   * @param namespace empty for all
   */
  public Snapshot list(String resource, String namespace) {
    return view.list(resource, namespace);
  }

  public Snapshot all() {
    return view.all();
  }

  /** The version of the latest committed change. */
  public long version() {
    return view.version();
  }

  /**
   * Writes, and returns when it is committed.
   *
   * @return what is now stored (for a removal, the last state); empty when the object has changed
   *     since, or its namespace is gone, so that the caller decides again
   */
  public Optional<StoredObject> write(Write write) {
    return writer.write(write);
  }

  /** As {@link History#subscribe}. */
  public Subscription subscribe(String resource, long after, ChangeListener listener) {
    return history.subscribe(resource, after, listener);
  }

  /** Tells of every change from now on. */
  public Subscription subscribe(ChangeListener listener) {
    return history.subscribe("", version(), listener);
  }

  /** The latest version of which every subscriber has been told. */
  public long toldVersion() {
    return history.latest();
  }

  public List<StoredObject> ofResource(String resource) {
    return view.list(resource, "").objects();
  }

  @Override
  public void close() {
    writer.close();
  }
}
