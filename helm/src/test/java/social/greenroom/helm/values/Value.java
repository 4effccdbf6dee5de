package social.greenroom.helm.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One value of the chart as {@code values.yaml} declares it.
 *
 * @param path from the top, for example {@code database.host}
 * @param description the comment above it
 * @param rules what the comment's {@code @schema} line adds to the type, in JSON schema's words
 * @param standard what it is unless set
 */
record Value(List<String> path, String description, ObjectNode rules, JsonNode standard) {
  String name() {
    return path.get(path.size() - 1);
  }

  String dotted() {
    return String.join(".", path);
  }

  /** True where it only holds other values, which are described one by one. */
  boolean isSection() {
    return standard.isObject() && !standard.isEmpty() && rules.isEmpty();
  }
}
