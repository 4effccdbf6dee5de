package social.greenroom.standalone.kube.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.Change;
import social.greenroom.standalone.kube.storage.ChangeType;
import social.greenroom.standalone.kube.storage.StoredObject;

/** The events of one watch as bytes. */
final class WatchEvents {

  private final WatchOptions options;
  private final ShownBytes shown;

  WatchEvents(WatchOptions options) {
    this.options = options;
    this.shown = new ShownBytes(options.target().type());
  }

  /** What a change is to someone who sees only the selected objects; empty when it is nothing. */
  Optional<Buffer> of(Change change) {
    StoredObject object = change.object();
    boolean gone = change.type() == ChangeType.DELETED;
    if (!gone && options.selection().matches(object)) {
      return Optional.of(event(wasSelected(change) ? "MODIFIED" : "ADDED", object));
    }
    return wasSelected(change) ? Optional.of(event("DELETED", object)) : Optional.empty();
  }

  private boolean wasSelected(Change change) {
    StoredObject previous = change.previous();
    if (previous != null) {
      return options.selection().matches(previous);
    }
    return switch (change.type()) {
      case ADDED -> false;
      // What was before is no longer known: better told once too often.
      case MODIFIED -> true;
      case DELETED -> options.selection().matches(change.object());
    };
  }

  Buffer added(StoredObject object) {
    return event("ADDED", object);
  }

  Buffer bookmark(long version, boolean initialEnd) {
    ResourceType type = options.target().type();
    ObjectNode object =
        KubeJson.object().put("kind", type.kind()).put("apiVersion", type.apiVersion());
    ObjectNode metadata = object.putObject("metadata");
    metadata.put("resourceVersion", Long.toString(version)).putNull("creationTimestamp");
    if (initialEnd) {
      metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
    }
    return event("BOOKMARK", KubeJson.bytes(object));
  }

  static Buffer error(ApiException refusal) {
    return event("ERROR", KubeJson.bytes(refusal.status()));
  }

  private Buffer event(String type, StoredObject object) {
    if (options.presentation() == Presentation.WHOLE) {
      return event(type, shown.of(object));
    }
    ResourceType resource = options.target().type();
    ObjectNode whole = resource.shown(object.object());
    ObjectNode wanted = options.presentation().one(resource, whole, options.include());
    return event(type, KubeJson.bytes(wanted));
  }

  private static Buffer event(String type, byte[] object) {
    return Buffer.buffer(object.length + 40)
        .appendString("{\"type\":\"" + type + "\",\"object\":")
        .appendBytes(object)
        .appendString("}");
  }
}
