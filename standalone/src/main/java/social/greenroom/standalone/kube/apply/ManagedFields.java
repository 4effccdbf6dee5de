package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.schema.Schema;

/** Every manager's fields of one object. */
final class ManagedFields {

  private final Map<Manager, ManagedEntry> entries = new LinkedHashMap<>();
  private final String now = Metadata.timestamp(Instant.now());

  static ManagedFields of(JsonNode object) {
    ManagedFields fields = new ManagedFields();
    object
        .at("/metadata/managedFields")
        .forEach(
            e -> {
              ManagedEntry entry = ManagedEntry.parse(e);
              fields.entries.put(entry.manager(), entry);
            });
    return fields;
  }

  FieldSet of(Manager manager) {
    ManagedEntry entry = entries.get(manager);
    return entry == null ? new FieldSet() : entry.fields();
  }

  void set(Manager manager, String apiVersion, FieldSet fields) {
    ManagedEntry entry = entries.get(manager);
    if (entry == null || !entry.apiVersion().equals(apiVersion)) {
      entries.put(manager, new ManagedEntry(manager, apiVersion, now, fields));
    } else {
      entries.put(manager, entry.with(fields, now));
    }
  }

  /** Takes fields from everybody but one manager. */
  void takeFromOthers(Manager manager, FieldSet taken) {
    entries.replaceAll(
        (m, entry) -> m.equals(manager) ? entry : entry.with(entry.fields().minus(taken), now));
  }

  void forEachOther(Manager manager, BiConsumer<Manager, ManagedEntry> action) {
    entries.forEach(
        (m, entry) -> {
          if (!m.equals(manager)) {
            action.accept(m, entry);
          }
        });
  }

  /** What all others hold together. */
  FieldSet others(Manager manager) {
    FieldSet all = new FieldSet();
    forEachOther(manager, (m, entry) -> all.addAll(entry.fields()));
    return all;
  }

  /** Writes the entries to an object, without what the object no longer has. */
  void writeTo(Schema schema, ObjectNode object) {
    List<ObjectNode> written = new ArrayList<>();
    for (ManagedEntry entry : entries.values().stream().sorted(ManagedEntry.ORDER).toList()) {
      FieldSet left = entry.fields().copy();
      FieldSets.retainExisting(schema, object, left);
      if (!left.isEmpty()) {
        written.add(entry.with(left, now).toJson());
      }
    }
    ObjectNode metadata = KubeJson.child(object, "metadata");
    metadata.remove("managedFields");
    if (!written.isEmpty()) {
      ArrayNode array = metadata.putArray("managedFields");
      written.forEach(array::add);
    }
  }
}
