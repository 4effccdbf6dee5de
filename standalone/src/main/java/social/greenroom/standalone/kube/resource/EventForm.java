package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Events are stored as core {@code v1}; {@code events.k8s.io/v1} calls some of their fields
 * otherwise.
 */
final class EventForm implements Form {

  static final List<String> CORE_FIELDS =
      List.of(
          "involvedObject.kind",
          "involvedObject.namespace",
          "involvedObject.name",
          "involvedObject.uid",
          "involvedObject.apiVersion",
          "involvedObject.resourceVersion",
          "involvedObject.fieldPath",
          "reason",
          "reportingComponent",
          "type");

  private static final Map<String, String> TO_CORE =
      Map.of(
          "regarding", "involvedObject",
          "note", "message",
          "deprecatedSource", "source",
          "deprecatedFirstTimestamp", "firstTimestamp",
          "deprecatedLastTimestamp", "lastTimestamp",
          "deprecatedCount", "count",
          "reportingController", "reportingComponent");

  @Override
  public ObjectNode toStored(ObjectNode shown) {
    TO_CORE.forEach((name, core) -> rename(shown, name, core));
    return shown.put("apiVersion", "v1");
  }

  @Override
  public ObjectNode fromStored(ObjectNode stored) {
    TO_CORE.forEach((name, core) -> rename(stored, core, name));
    return stored.put("apiVersion", "events.k8s.io/v1");
  }

  private static void rename(ObjectNode object, String from, String to) {
    JsonNode value = object.remove(from);
    if (value != null) {
      object.set(to, value);
    }
  }
}
