package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import social.greenroom.standalone.kube.object.FieldError;

/**
 * Whether a declared schema is structural and can be enforced, as the API server asks of a
 * definition.
 */
public final class StructuralCheck {

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");
  private static final List<String> JUNCTORS = List.of("allOf", "anyOf", "oneOf");

  private final List<FieldError> errors = new ArrayList<>();

  private StructuralCheck() {}

  public static List<FieldError> check(JsonNode schema, String path) {
    StructuralCheck check = new StructuralCheck();
    if (!schema.path("type").asText().equals("object")) {
      check.errors.add(
          FieldError.invalid(path + ".type", schema.path("type"), "must be object at the root"));
    }
    check.check(schema, path, "at the root");
    return check.errors;
  }

  private void check(JsonNode schema, String path, String what) {
    type(schema, path, what);
    pattern(schema, path);
    lists(schema, path);
    boolean additional =
        schema.path("additionalProperties").isObject()
            || schema.path("additionalProperties").asBoolean();
    if (additional && schema.path("properties").size() > 0) {
      errors.add(
          FieldError.forbidden(
              path + ".additionalProperties",
              "additionalProperties and properties are mutual exclusive"));
    }
    for (String junctor : JUNCTORS) {
      for (int i = 0; i < schema.path(junctor).size(); i++) {
        JsonNode branch = schema.path(junctor).get(i);
        boolean intOrString = schema.path("x-kubernetes-int-or-string").asBoolean();
        valueOnly(branch, path + "." + junctor + "[" + i + "]", intOrString);
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            e ->
                check(
                    e.getValue(),
                    path + ".properties[" + e.getKey() + "]",
                    "for specified object fields"));
    if (schema.path("items").isObject()) {
      check(schema.path("items"), path + ".items", "for specified array items");
    }
    if (schema.path("additionalProperties").isObject()) {
      check(
          schema.path("additionalProperties"),
          path + ".additionalProperties",
          "for additional properties");
    }
    if (errors.isEmpty()) {
      defaultValue(schema, path);
    }
  }

  private void type(JsonNode schema, String path, String what) {
    String type = schema.path("type").asText();
    boolean intOrString = schema.path("x-kubernetes-int-or-string").asBoolean();
    boolean any = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    if (type.isEmpty() && !intOrString && !any) {
      errors.add(FieldError.required(path + ".type", "must not be empty " + what));
    } else if (!type.isEmpty() && intOrString) {
      errors.add(
          FieldError.forbidden(
              path + ".type", "must be empty if x-kubernetes-int-or-string is true"));
    } else if (!type.isEmpty() && !TYPES.contains(type)) {
      List<String> known = TYPES.stream().sorted().map(t -> "\"" + t + "\"").toList();
      errors.add(FieldError.notSupported(path + ".type", schema.path("type"), known));
    }
    if (type.equals("array") && !schema.path("items").isObject()) {
      errors.add(FieldError.required(path + ".items", "must be specified"));
    }
    if (schema.has("$ref")) {
      errors.add(FieldError.forbidden(path + ".$ref", "$ref is not supported"));
    }
    if (schema.path("uniqueItems").asBoolean()) {
      errors.add(
          FieldError.forbidden(
              path + ".uniqueItems",
              "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
    }
  }

  private void pattern(JsonNode schema, String path) {
    String pattern = schema.path("pattern").asText();
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      errors.add(
          FieldError.invalid(
              path + ".pattern",
              pattern,
              "must be a valid regular expression, but isn't: " + e.getDescription()));
    }
  }

  private void lists(JsonNode schema, String path) {
    ListType type = ListType.parse(schema);
    if (type.merge() == ListType.Merge.ATOMIC) {
      return;
    }
    if (!schema.path("type").asText().equals("array")) {
      errors.add(
          FieldError.invalid(
              path + ".type",
              schema.path("type"),
              "must be array if x-kubernetes-list-type is specified"));
    }
    if (type.merge() == ListType.Merge.MAP && type.keys().isEmpty()) {
      errors.add(
          FieldError.required(
              path + ".x-kubernetes-list-map-keys",
              "must not be empty if x-kubernetes-list-type is map"));
    }
    for (String key : type.keys()) {
      if (!schema.path("items").path("properties").has(key)) {
        errors.add(
            FieldError.invalid(
                path + ".x-kubernetes-list-map-keys",
                key,
                "entries must all be names of item properties"));
      }
    }
  }

  private void valueOnly(JsonNode schema, String path, boolean intOrString) {
    for (String field : List.of("type", "default", "additionalProperties", "nullable")) {
      if (schema.has(field) && !(intOrString && field.equals("type"))) {
        errors.add(FieldError.forbidden(path + "." + field, "must be undefined to be structural"));
      }
    }
    pattern(schema, path);
  }

  private void defaultValue(JsonNode schema, String path) {
    if (schema.hasNonNull("default")) {
      Schema parsed = Schema.parse(schema);
      JsonNode value = schema.path("default").deepCopy();
      Defaulter.apply(parsed, value);
      errors.addAll(SchemaValidator.validate(parsed, value, path + ".default"));
    }
  }
}
