package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.apply.FieldManager;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.table.Column;

/**
 * One resource in one version, as it is served.
 *
 * @param stored the name its objects are stored under; several types may share it
 * @param declared the schema as a custom resource definition wrote it; null for a built-in type
 */
public record ResourceType(
    ResourceNames names,
    String version,
    String stored,
    Traits traits,
    Schema schema,
    @Nullable JsonNode declared,
    View view,
    TypeRules rules) {

  /**
   * What can be done with a type.
   *
   * @param countsGenerations whether {@code metadata.generation} counts changes of intent
   */
  public record Traits(
      boolean namespaced, boolean statusSubresource, boolean countsGenerations, boolean custom) {}

  /** How objects are shown and selected. */
  public record View(List<Column> columns, List<String> selectableFields, Form form) {}

  public String apiVersion() {
    return names.group().isEmpty() ? version : names.group() + "/" + version;
  }

  public ObjectKey key(String namespace, String name) {
    return new ObjectKey(stored, namespace, name);
  }

  public ObjectNode shown(ObjectNode storedObject) {
    return view.form().fromStored(storedObject);
  }

  public FieldManager fieldManager() {
    return new FieldManager(schema, traits.statusSubresource());
  }

  public String kind() {
    return names.kind();
  }
}
