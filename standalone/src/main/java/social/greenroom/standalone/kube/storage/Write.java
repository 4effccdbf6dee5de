package social.greenroom.standalone.kube.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ObjectKey;

/**
 * A write that is done only if the object is still of the version it was decided upon.
 *
 * @param expected the version that must be the current one; 0 when there must be no object
 * @param object what to store; for a removal the last state, which watchers are shown
 * @param liveNamespace a namespace that must exist and not be going, else nothing is written
 */
public record Write(
    ObjectKey key,
    long expected,
    boolean removes,
    ObjectNode object,
    @Nullable ObjectKey liveNamespace) {

  public static Write create(ObjectKey key, ObjectNode object, @Nullable ObjectKey liveNamespace) {
    return new Write(key, 0, false, object, liveNamespace);
  }

  public static Write replace(ObjectKey key, long expected, ObjectNode object) {
    return new Write(key, expected, false, object, null);
  }

  public static Write remove(ObjectKey key, long expected, ObjectNode last) {
    return new Write(key, expected, true, last, null);
  }
}
