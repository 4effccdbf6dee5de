package social.greenroom.standalone.up;

import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.worker.pool.Place;

/**
 * Writes down which senders of the pool are gone. In a cluster the operator sees that by their
 * pods; here it is this machine's processes.
 */
final class EndedSenders implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EndedSenders.class.getName());

  private final Database database;

  private EndedSenders(Database database) {
    this.database = database;
  }

  static EndedSenders open(Layout layout) {
    return new EndedSenders(
        Database.open(
            DatabaseConfig.app(
                layout.databaseUrl(Databases.GREENROOM),
                layout.keys().password("greenroom_app"),
                1)));
  }

  /** Looks once: when this machine's Greenroom starts, and whenever a pool's process has ended. */
  void look() {
    try {
      var senders = database.senders();
      for (var sender : senders.open()) {
        if (sender.place().startsWith("process/") && !alive(sender.place())) {
          senders.ended(sender);
        }
      }
    } catch (DatabaseUnavailableException e) {
      // Without its end what it left waits for a person; the next start looks again.
      LOG.log(System.Logger.Level.WARNING, "Ended senders are told later: {0}", e.getMessage());
    }
  }

  /** True while exactly that process runs; another may have got its number. */
  private static boolean alive(String place) {
    var pid = Long.parseLong(place.split("/", -1)[1]);
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Place.ofProcess(process).equals(place))
        .isPresent();
  }

  @Override
  public void close() {
    database.close();
  }
}
