package social.greenroom.operator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fields differ between two states of a resource, as far as a person declares them. */
final class FieldDiff {
  private static final Set<String> NOT_DECLARED =
      Set.of(
          "status",
          "metadata.managedFields",
          "metadata.resourceVersion",
          "metadata.generation",
          "metadata.uid",
          "metadata.creationTimestamp",
          "metadata.annotations.kubectl.kubernetes.io/last-applied-configuration");
  private static final Set<String> SECRET = Set.of("data", "stringData");
  private static final String NOT_SHOWN = "(not shown)";

  private final List<FieldChange> changes = new ArrayList<>();
  private final boolean secret;

  private FieldDiff(boolean secret) {
    this.secret = secret;
  }

  /** In the order of the fields' names. What a Secret holds is compared, and not shown. */
  static List<FieldChange> between(JsonNode before, JsonNode after) {
    var diff = new FieldDiff(after.path("kind").asText().equals("Secret"));
    diff.compare("", before, after);
    return diff.changes;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (NOT_DECLARED.contains(path) || before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      var names = new TreeSet<String>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        compare(path.isEmpty() ? name : path + "." + name, at(before, name), at(after, name));
      }
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        compare("%s[%d]".formatted(path, i), before.get(i), after.get(i));
      }
    } else {
      changes.add(new FieldChange(path, shown(path, before), shown(path, after)));
    }
  }

  private static JsonNode at(JsonNode object, String name) {
    var value = object.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  private @Nullable String shown(String path, JsonNode value) {
    if (value.isMissingNode()) {
      return null;
    }
    return secret && SECRET.contains(path.split("[.\\[]", 2)[0]) ? NOT_SHOWN : value.toString();
  }
}
