package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.schema.Schema;

/**
 * Server-side apply, and the book-keeping of managers at every other write, for the objects of one
 * type.
 */
public final class FieldManager {

  private final Schema schema;
  private final boolean statusIsSubresource;

  public FieldManager(Schema schema, boolean statusIsSubresource) {
    this.schema = schema;
    this.statusIsSubresource = statusIsSubresource;
  }

  /**
   * Writes to {@code next} who manages its fields, after it has been changed by a create, update or
   * patch.
   */
  public void changed(@Nullable ObjectNode live, ObjectNode next, Manager manager) {
    if (clearsManagers(next)) {
      KubeJson.child(next, "metadata").remove("managedFields");
      return;
    }
    ObjectNode before = live == null ? KubeJson.object() : live;
    ManagedFields fields = ManagedFields.of(namesManagers(next) ? next : before);
    FieldSet changed = FieldSets.changed(schema, owned(before, manager), owned(next, manager));
    if (!changed.isEmpty()) {
      FieldSet mine = fields.of(manager).copy();
      mine.addAll(changed);
      fields.set(manager, next.path("apiVersion").asText(), mine);
      fields.takeFromOthers(manager, changed);
    }
    fields.writeTo(schema, next);
  }

  /**
   * What the object becomes when a configuration is applied to it.
   *
   * @param live null when there is none yet
   * @param force takes fields over from other managers instead of refusing
   * @throws ApiException 409 when another manager holds a field with another value
   */
  public ObjectNode apply(
      @Nullable ObjectNode live, ObjectNode configuration, Manager manager, boolean force) {
    ObjectNode before = live == null ? KubeJson.object() : live;
    ObjectNode applied = owned(configuration, manager);
    FieldSet set = FieldSets.of(schema, applied);
    ManagedFields fields = ManagedFields.of(before);

    ObjectNode merged = before.deepCopy();
    ConfigurationMerge.merge(schema, merged, applied);
    FieldSet taken =
        FieldSets.changed(schema, owned(before, manager), owned(merged, manager)).and(set);
    if (!force) {
      refuseConflicts(fields, manager, taken);
    }
    fields.takeFromOthers(manager, taken);

    FieldSet kept = fields.others(manager);
    kept.addAll(set);
    FieldSet givenUp = fields.of(manager).minus(set);
    ConfigurationMerge.remove(schema, merged, givenUp, kept);

    fields.set(manager, configuration.path("apiVersion").asText(), set);
    if (live == null) {
      merged.setAll(identity(configuration));
      KubeJson.child(merged, "metadata").setAll(name(configuration));
    }
    fields.writeTo(schema, merged);
    return merged;
  }

  private ObjectNode owned(ObjectNode object, Manager manager) {
    return OwnedPart.of(object, manager.subresource(), statusIsSubresource);
  }

  private static ObjectNode identity(ObjectNode configuration) {
    return KubeJson.object()
        .put("apiVersion", configuration.path("apiVersion").asText())
        .put("kind", configuration.path("kind").asText());
  }

  private static ObjectNode name(ObjectNode configuration) {
    ObjectNode name = KubeJson.object();
    for (String field : List.of("name", "namespace", "generateName")) {
      JsonNode value = configuration.path("metadata").get(field);
      if (value != null) {
        name.set(field, value);
      }
    }
    return name;
  }

  /** A client may also rewrite them: kubectl does, when it goes over to server-side apply. */
  private static boolean namesManagers(ObjectNode next) {
    return !next.at("/metadata/managedFields").isEmpty();
  }

  /** A client may reset the managers by sending an empty list of them. */
  private static boolean clearsManagers(ObjectNode next) {
    JsonNode sent = next.at("/metadata/managedFields");
    return sent.isArray() && (sent.isEmpty() || sent.get(0).isEmpty());
  }

  private static void refuseConflicts(ManagedFields fields, Manager manager, FieldSet taken) {
    List<FieldError> conflicts = new ArrayList<>();
    fields.forEachOther(
        manager,
        (other, entry) ->
            FieldPaths.members(entry.fields().and(taken))
                .forEach(path -> conflicts.add(conflict(entry, path))));
    if (conflicts.isEmpty()) {
      return;
    }
    List<String> lines = conflicts.stream().map(c -> c.message() + ": " + c.path()).toList();
    String message =
        lines.size() == 1
            ? "Apply failed with 1 conflict: " + lines.get(0)
            : "Apply failed with " + lines.size() + " conflicts: " + String.join("\n- ", lines);
    throw new ApiException(409, "Conflict", message).causes(conflicts);
  }

  private static FieldError conflict(ManagedEntry entry, String path) {
    String with = "conflict with \"" + entry.manager().name() + "\"";
    String how = entry.manager().applies() ? "" : " using " + entry.apiVersion();
    return new FieldError(path, "FieldManagerConflict", with + how);
  }
}
