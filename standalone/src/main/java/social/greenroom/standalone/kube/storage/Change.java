package social.greenroom.standalone.kube.storage;

import org.jspecify.annotations.Nullable;

/**
 * One step in the history of one object.
 *
 * @param object the version that came; for a deletion the last one, with the version of the
 *     deletion
 * @param previous what was there before; null for an addition, and where it is no longer known
 */
public record Change(ChangeType type, StoredObject object, @Nullable StoredObject previous) {

  public long version() {
    return object.version();
  }
}
