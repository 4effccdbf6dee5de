package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;

/** Checks values against schemas, in the API server's words. */
public final class SchemaValidator {

  private final List<FieldError> errors = new ArrayList<>();

  private SchemaValidator() {}

  /**
   * What is wrong with a value; nothing when it is valid.
   *
   * @param path of the value in the object; empty for the object itself
   */
  public static List<FieldError> validate(Schema schema, JsonNode value, String path) {
    return validate(schema, value, null, path);
  }

  /**
   * What a change makes wrong. What a value was before it may stay, even where the schema has
   * become stricter since ("ratcheting").
   *
   * @param before null when there was no such value
   * @param path of the value in the object; empty for the object itself
   */
  public static List<FieldError> validate(
      Schema schema, JsonNode value, @Nullable JsonNode before, String path) {
    SchemaValidator validator = new SchemaValidator();
    validator.check(schema, value, before, path);
    return validator.errors;
  }

  private void check(Schema schema, JsonNode value, @Nullable JsonNode before, String path) {
    if (value.equals(before) || (value.isNull() && schema.nullable())) {
      return;
    }
    if (!JsonType.matches(schema, value)) {
      String actual = JsonType.name(value);
      String wanted = schema.intOrString() ? "integer,string" : schema.type();
      errors.add(
          FieldError.typeInvalid(
              path, actual, path + " in body must be of type " + wanted + ": \"" + actual + "\""));
      return;
    }
    ValueChecks.check(schema, value, path, errors);
    if (value.isObject()) {
      checkObject(schema, value, before, path);
    } else if (value.isArray()) {
      checkList(schema, value, before, path);
    }
    checkJunctors(schema.junctors(), value, path);
  }

  private void checkObject(Schema schema, JsonNode value, @Nullable JsonNode before, String path) {
    for (String name : schema.required()) {
      if (!value.has(name)) {
        errors.add(FieldError.required(child(path, name), ""));
      }
    }
    value
        .properties()
        .forEach(
            e -> {
              Schema field = schema.field(e.getKey());
              if (field != null) {
                JsonNode old = before == null ? null : before.get(e.getKey());
                check(field, e.getValue(), old, child(path, e.getKey()));
              }
            });
  }

  private void checkList(Schema schema, JsonNode value, @Nullable JsonNode before, String path) {
    Schema item = schema.items();
    Map<JsonNode, JsonNode> old = ListKeys.index(schema, before);
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < value.size(); i++) {
      JsonNode element = value.get(i);
      String at = path + "[" + i + "]";
      if (item != null) {
        check(item, element, old.get(ListKeys.identity(schema, element)), at);
      }
      if (schema.listType().merge() != ListType.Merge.ATOMIC) {
        JsonNode identity = ListKeys.identity(schema, element);
        if (!seen.add(identity)) {
          errors.add(FieldError.duplicate(at, identity));
        }
      }
    }
  }

  private void checkJunctors(Junctors junctors, JsonNode value, String path) {
    checkAll(junctors.all(), value, path);
    List<List<FieldError>> any = failures(junctors.any(), value, path);
    if (!any.isEmpty() && any.stream().noneMatch(List::isEmpty)) {
      complain(path, "must validate at least one schema (anyOf)");
      errors.addAll(any.get(0));
    }
    checkOne(failures(junctors.one(), value, path), path);
    Schema not = junctors.not();
    if (not != null && validate(not, value, path).isEmpty()) {
      complain(path, "must not validate the schema (not)");
    }
  }

  private void checkAll(List<Schema> schemas, JsonNode value, String path) {
    List<List<FieldError>> failing =
        failures(schemas, value, path).stream().filter(f -> !f.isEmpty()).toList();
    if (!failing.isEmpty()) {
      String none = failing.size() == schemas.size() ? ". None validated" : "";
      failing.forEach(errors::addAll);
      complain(path, "must validate all the schemas (allOf)" + none);
    }
  }

  private void checkOne(List<List<FieldError>> failures, String path) {
    long holding = failures.stream().filter(List::isEmpty).count();
    if (!failures.isEmpty() && holding != 1) {
      complain(
          path,
          "must validate one and only one schema (oneOf). Found "
              + (holding == 0 ? "none valid" : holding + " valid alternatives"));
      errors.addAll(failures.get(0));
    }
  }

  /** What each of the schemas finds wrong. */
  private static List<List<FieldError>> failures(
      List<Schema> schemas, JsonNode value, String path) {
    return schemas.stream().map(s -> validate(s, value, path)).toList();
  }

  /** The API server's library doesn't say which field it was, except in the sentence. */
  private void complain(String path, String what) {
    errors.add(FieldError.invalid("<nil>", "", "\"" + path + "\" " + what));
  }

  static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
