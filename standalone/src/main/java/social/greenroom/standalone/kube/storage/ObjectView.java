package social.greenroom.standalone.kube.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ObjectKey;

/** Every object's committed version, in memory, so that reading never waits for the database. */
final class ObjectView {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, NavigableMap<ObjectKey, StoredObject>> resources = new HashMap<>();
  private long version;

  void load(List<StoredObject> objects, long atVersion) {
    lock.writeLock().lock();
    try {
      objects.forEach(this::put);
      version = atVersion;
    } finally {
      lock.writeLock().unlock();
    }
  }

  void apply(List<Change> changes) {
    lock.writeLock().lock();
    try {
      for (Change change : changes) {
        if (change.type() == ChangeType.DELETED) {
          of(change.object().key().resource()).remove(change.object().key());
        } else {
          put(change.object());
        }
        version = change.version();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Nullable StoredObject get(ObjectKey key) {
    lock.readLock().lock();
    try {
      NavigableMap<ObjectKey, StoredObject> objects = resources.get(key.resource());
      return objects == null ? null : objects.get(key);
    } finally {
      lock.readLock().unlock();
    }
  }

  Snapshot list(String resource, String namespace) {
    lock.readLock().lock();
    try {
      NavigableMap<ObjectKey, StoredObject> objects = resources.get(resource);
      return new Snapshot(
          version, objects == null ? List.of() : select(objects, resource, namespace));
    } finally {
      lock.readLock().unlock();
    }
  }

  Snapshot all() {
    lock.readLock().lock();
    try {
      List<StoredObject> all = new ArrayList<>();
      resources.values().forEach(o -> all.addAll(o.values()));
      return new Snapshot(version, all);
    } finally {
      lock.readLock().unlock();
    }
  }

  long version() {
    lock.readLock().lock();
    try {
      return version;
    } finally {
      lock.readLock().unlock();
    }
  }

  private static List<StoredObject> select(
      NavigableMap<ObjectKey, StoredObject> objects, String resource, String namespace) {
    if (namespace.isEmpty()) {
      return new ArrayList<>(objects.values());
    }
    ObjectKey from = new ObjectKey(resource, namespace, "");
    ObjectKey to = new ObjectKey(resource, namespace + "\0", "");
    Collection<StoredObject> within = objects.subMap(from, to).values();
    return new ArrayList<>(within);
  }

  private void put(StoredObject object) {
    of(object.key().resource()).put(object.key(), object);
  }

  private NavigableMap<ObjectKey, StoredObject> of(String resource) {
    return resources.computeIfAbsent(resource, r -> new TreeMap<>());
  }
}
