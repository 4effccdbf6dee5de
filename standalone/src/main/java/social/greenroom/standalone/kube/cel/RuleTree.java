package social.greenroom.standalone.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.schema.ListKeys;
import social.greenroom.standalone.kube.schema.Schema;

/** The rules of a schema, at every level. */
public final class RuleTree {

  private final Schema schema;
  private final List<CompiledRule> rules;
  private final Map<String, RuleTree> fields = new LinkedHashMap<>();
  private @Nullable RuleTree items;
  private @Nullable RuleTree values;

  private RuleTree(Schema schema, List<CompiledRule> rules) {
    this.schema = schema;
    this.rules = rules;
  }

  /**
   * Compiles every rule of a schema.
   *
   * @param path of the schema in its definition
   * @param errors gets what doesn't compile
   */
  public static RuleTree compile(Schema schema, String path, List<FieldError> errors) {
    List<CompiledRule> rules =
        schema.rules().isEmpty()
            ? List.of()
            : new RuleCompiler(schema, path, errors).compile(schema.rules());
    RuleTree tree = new RuleTree(schema, rules);
    schema
        .properties()
        .forEach(
            (name, field) -> {
              RuleTree child = compile(field, path + ".properties[" + name + "]", errors);
              if (!child.isEmpty()) {
                tree.fields.put(name, child);
              }
            });
    Schema item = schema.items();
    if (item != null) {
      RuleTree child = compile(item, path + ".items", errors);
      tree.items = child.isEmpty() ? null : child;
    }
    Schema value = schema.values();
    if (value != null) {
      RuleTree child = compile(value, path + ".additionalProperties", errors);
      tree.values = child.isEmpty() ? null : child;
    }
    return tree;
  }

  public boolean isEmpty() {
    return rules.isEmpty() && fields.isEmpty() && items == null && values == null;
  }

  /**
   * Runs every rule that applies to a value. Where the value is as it was, only rules that compare
   * with it are run: what was taken once may stay.
   *
   * @param before null when there was no such value
   */
  public List<FieldError> check(JsonNode value, @Nullable JsonNode before) {
    List<FieldError> errors = new ArrayList<>();
    check(value, before, "", errors);
    return errors;
  }

  private void check(
      JsonNode value, @Nullable JsonNode before, String path, List<FieldError> errors) {
    if (value.isNull()) {
      return;
    }
    for (CompiledRule rule : rules) {
      if (rule.isTransition() ? before != null : !value.equals(before)) {
        rule.check(schema, value, before, path).ifPresent(errors::add);
      }
    }
    if (value.isObject()) {
      checkFields(value, before, path, errors);
    } else if (value.isArray() && items != null) {
      checkItems(items, value, before, path, errors);
    }
  }

  private void checkFields(
      JsonNode value, @Nullable JsonNode before, String path, List<FieldError> errors) {
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String name = entry.getKey();
      JsonNode old = before == null ? null : before.get(name);
      RuleTree field = fields.get(name);
      if (field != null) {
        field.check(entry.getValue(), old, path.isEmpty() ? name : path + "." + name, errors);
      } else if (values != null && !schema.properties().containsKey(name)) {
        values.check(entry.getValue(), old, path + "[" + name + "]", errors);
      }
    }
  }

  private void checkItems(
      RuleTree rulesOfItems,
      JsonNode list,
      @Nullable JsonNode before,
      String path,
      List<FieldError> errors) {
    Map<JsonNode, JsonNode> old = ListKeys.index(schema, before);
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      JsonNode same = old.get(ListKeys.identity(schema, item));
      rulesOfItems.check(item, same, path + "[" + i + "]", errors);
    }
  }
}
