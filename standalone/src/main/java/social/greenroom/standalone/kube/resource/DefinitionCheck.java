package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.schema.StructuralCheck;
import social.greenroom.standalone.kube.table.Column;

/** Whether a custom resource definition can be served. */
final class DefinitionCheck {

  private final List<FieldError> errors = new ArrayList<>();

  private DefinitionCheck() {}

  static List<FieldError> check(ObjectNode definition, @Nullable ObjectNode before) {
    DefinitionCheck check = new DefinitionCheck();
    check.names(definition);
    check.versions(definition.at("/spec/versions"));
    if (before != null) {
      check.unchanged(definition, before, "scope");
      check.unchanged(definition, before, "group");
    }
    return check.errors;
  }

  private void names(ObjectNode definition) {
    JsonNode spec = definition.path("spec");
    for (String field : List.of("group", "scope")) {
      if (spec.path(field).asText().isEmpty()) {
        errors.add(FieldError.required("spec." + field, ""));
      }
    }
    for (String field : List.of("plural", "kind")) {
      if (spec.path("names").path(field).asText().isEmpty()) {
        errors.add(FieldError.required("spec.names." + field, ""));
      }
    }
    if (!List.of("Namespaced", "Cluster", "").contains(spec.path("scope").asText())) {
      errors.add(
          FieldError.notSupported(
              "spec.scope", spec.path("scope"), List.of("\"Cluster\"", "\"Namespaced\"")));
    }
    String name = Metadata.of(definition).name();
    String wanted = spec.at("/names/plural").asText() + "." + spec.path("group").asText();
    if (!name.equals(wanted)) {
      errors.add(
          FieldError.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
    }
    String strategy = spec.at("/conversion/strategy").asText();
    if (!strategy.equals("None")) {
      errors.add(
          FieldError.notSupported(
              "spec.conversion.strategy", spec.at("/conversion/strategy"), List.of("\"None\"")));
    }
  }

  private void versions(JsonNode versions) {
    int storing = 0;
    Set<JsonNode> schemas = new HashSet<>();
    versions.forEach(version -> schemas.add(CustomTypes.declared(version)));
    // The API server reports what all versions have in common where its first API kept it.
    boolean sameSchemas = schemas.size() == 1 && CustomTypes.declared(versions.path(0)).isObject();
    for (int i = 0; i < versions.size(); i++) {
      JsonNode version = versions.get(i);
      storing += version.path("storage").asBoolean() ? 1 : 0;
      if (i == 0 || !sameSchemas) {
        schema(version, sameSchemas ? "spec.validation" : "spec.versions[" + i + "].schema");
      }
      columns(version, "spec.versions[" + i + "]");
    }
    if (storing != 1) {
      errors.add(
          FieldError.invalid(
              "spec.versions",
              versions,
              "must have exactly one version marked as storage version"));
    }
  }

  private void schema(JsonNode version, String path) {
    JsonNode declared = CustomTypes.declared(version);
    String at = path + ".openAPIV3Schema";
    if (!declared.isObject()) {
      errors.add(FieldError.required(at, "schemas are required"));
      return;
    }
    List<FieldError> structural = StructuralCheck.check(declared, at);
    errors.addAll(structural);
    if (structural.isEmpty()) {
      Schema schema = Schema.parse(declared);
      CustomTypes.rules(schema, at, errors);
    }
  }

  private void columns(JsonNode version, String path) {
    JsonNode columns = version.path("additionalPrinterColumns");
    for (int i = 0; i < columns.size(); i++) {
      try {
        Column.parse(columns.get(i));
      } catch (IllegalArgumentException e) {
        String column = path + ".additionalPrinterColumns[" + i + "].jsonPath";
        errors.add(
            FieldError.invalid(column, columns.get(i).path("jsonPath"), "" + e.getMessage()));
      }
    }
  }

  private void unchanged(ObjectNode definition, ObjectNode before, String field) {
    JsonNode value = definition.path("spec").path(field);
    if (!value.equals(before.path("spec").path(field))) {
      errors.add(FieldError.invalid("spec." + field, value, "field is immutable"));
    }
  }
}
