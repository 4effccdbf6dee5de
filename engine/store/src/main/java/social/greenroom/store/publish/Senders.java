package social.greenroom.store.publish;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;

/**
 * The pool's processes. Each registers itself and gives signs of life; that one is gone is written
 * by who saw it end, and by nobody else.
 */
public final class Senders {
  private final Database database;

  public Senders(Database database) {
    this.database = database;
  }

  /**
   * Registers a process that begins.
   *
   * @param place where it runs, see {@link SenderRow}
   */
  public SenderRow register(String place) {
    var id = Ids.next();
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    insert into greenroom.sender (id, name, place) values (:id, :name, :place) returning *
                    """)
                .bind("id", id)
                .bind("name", "pool-" + id)
                .bind("place", place)
                .mapTo(SenderRow.class)
                .one());
  }

  /** A sign of life; false when it counts as ended, and then it must send nothing more. */
  public boolean seen(SenderRow sender) {
    return database.untenanted(
        handle ->
            handle
                    .createUpdate(
                        """
                        update greenroom.sender set seen_at = clock_timestamp()
                        where id = :id and ended_at is null
                        """)
                    .bind("id", sender.id())
                    .execute()
                == 1);
  }

  /** It takes nothing more from here on. */
  public void leaving(SenderRow sender) {
    database.untenanted(
        handle ->
            handle
                .createUpdate(
                    "update greenroom.sender set leaving_at = coalesce(leaving_at, now()) where id = :id")
                .bind("id", sender.id())
                .execute());
  }

  /** Its pod or process was seen to be gone: nothing of it can send any more. */
  public void ended(SenderRow sender) {
    database.untenanted(
        handle ->
            handle
                .createUpdate(
                    "update greenroom.sender set ended_at = now() where id = :id and ended_at is null")
                .bind("id", sender.id())
                .execute());
  }

  /** Those not known to be gone, by their beginning. */
  public List<SenderRow> open() {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    "select * from greenroom.sender where ended_at is null order by registered_at, id")
                .mapTo(SenderRow.class)
                .list());
  }

  /** The names of those at work: seen within that time, and not about to end. */
  public Set<String> atWork(Duration within) {
    return database.untenanted(
        handle ->
            handle
                .createQuery(
                    """
                    select name from greenroom.sender where ended_at is null and leaving_at is null
                      and seen_at > clock_timestamp() - make_interval(secs => :seconds)
                    """)
                .bind("seconds", within.toMillis() / 1000.0)
                .mapTo(String.class)
                .set());
  }
}
