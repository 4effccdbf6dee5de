package social.greenroom.standalone.kube.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ObjectKey;

/** Decides writes one after the other, each seeing those before it, before any is committed. */
final class WriteBatch {

  private final ObjectView committed;
  private final Map<ObjectKey, Optional<StoredObject>> decided = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private long version;

  WriteBatch(ObjectView committed) {
    this.committed = committed;
    this.version = committed.version();
  }

  List<Change> changes() {
    return changes;
  }

  /** Empty when the write's conditions no longer hold. */
  Optional<StoredObject> decide(Write write) {
    StoredObject current = current(write.key());
    long currentVersion = current == null ? 0 : current.version();
    if (currentVersion != write.expected() || !namespaceIsLive(write.liveNamespace())) {
      return Optional.empty();
    }
    ObjectNode object = write.object();
    StoredObject next = StoredObject.of(write.key(), ++version, object);
    changes.add(new Change(type(write, current), next, current));
    decided.put(write.key(), write.removes() ? Optional.empty() : Optional.of(next));
    return Optional.of(next);
  }

  private static ChangeType type(Write write, @Nullable StoredObject current) {
    if (write.removes()) {
      return ChangeType.DELETED;
    }
    return current == null ? ChangeType.ADDED : ChangeType.MODIFIED;
  }

  private boolean namespaceIsLive(@Nullable ObjectKey namespace) {
    if (namespace == null) {
      return true;
    }
    StoredObject current = current(namespace);
    return current != null && !current.terminating();
  }

  private @Nullable StoredObject current(ObjectKey key) {
    Optional<StoredObject> staged = decided.get(key);
    return staged != null ? staged.orElse(null) : committed.get(key);
  }
}
