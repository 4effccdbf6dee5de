package social.greenroom.standalone.kube.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.ObjectKey;

/** The latest changes, and who wants to be told of the next ones. */
final class History {

  private static final Logger LOG = System.getLogger(History.class.getName());

  private record Subscriber(String resource, ChangeListener listener) {
    boolean wants(Change change) {
      return resource.isEmpty() || resource.equals(change.object().key().resource());
    }
  }

  private final int capacity;
  private final Deque<Change> changes = new ArrayDeque<>();
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

  /** Everything after this version is in {@link #changes}. */
  private long forgotten;

  private long latest;

  History(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Fills the history from the log; each change learns what was there before it from the one
   * before.
   */
  synchronized void load(List<Change> logged, long version) {
    forgotten = logged.isEmpty() ? version : logged.get(0).version() - 1;
    latest = version;
    Map<ObjectKey, StoredObject> before = new HashMap<>();
    for (Change change : logged) {
      StoredObject object = change.object();
      remember(new Change(change.type(), object, before.get(object.key())));
      if (change.type() == ChangeType.DELETED) {
        before.remove(object.key());
      } else {
        before.put(object.key(), object);
      }
    }
  }

  synchronized void append(Change change) {
    latest = change.version();
    remember(change);
    for (Subscriber subscriber : subscribers) {
      if (subscriber.wants(change)) {
        tell(subscriber, change);
      }
    }
  }

  /** The change is committed and others wait to be told of it, so a listener's fault is its own. */
  private static void tell(Subscriber subscriber, Change change) {
    try {
      subscriber.listener().changed(change);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A change of " + change.object().key() + " could not be handed on", e);
    }
  }

  /**
   * Tells a listener of every change after a version, those that were already and those that come.
   *
   * @param resource the only resource wanted; empty for all
   * @throws ApiException 410 when changes after that version have been forgotten, or it never was
   */
  synchronized Subscription subscribe(String resource, long after, ChangeListener listener) {
    if (after < forgotten || after > latest) {
      throw ApiException.gone(after, after > latest ? latest : forgotten);
    }
    Subscriber subscriber = new Subscriber(resource, listener);
    for (Change change : changes) {
      if (change.version() > after && subscriber.wants(change)) {
        listener.changed(change);
      }
    }
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  /**
   * The latest version; when this returns, every subscriber has been told of everything up to it.
   */
  synchronized long latest() {
    return latest;
  }

  /** Every change up to this version may be pruned from the log. */
  synchronized long forgotten() {
    return forgotten;
  }

  private void remember(Change change) {
    changes.addLast(change);
    while (changes.size() > capacity) {
      forgotten = changes.removeFirst().version();
    }
  }
}
