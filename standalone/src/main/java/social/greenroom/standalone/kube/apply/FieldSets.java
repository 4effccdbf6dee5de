package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import social.greenroom.standalone.kube.schema.Schema;

/**
 * Which fields a configuration sets, a change touches, an object has; as structured-merge-diff does
 * it.
 */
final class FieldSets {

  private FieldSets() {}

  /** The fields that an applied configuration sets. */
  static FieldSet of(Schema schema, JsonNode value) {
    FieldSet set = new FieldSet();
    collect(schema, value, set);
    return set;
  }

  private static void collect(Schema schema, JsonNode value, FieldSet into) {
    if (FieldWalk.isLeaf(schema, value)) {
      into.insert();
      return;
    }
    for (FieldWalk.Part part : FieldWalk.parts(schema, value)) {
      FieldSet child = into.at(part.element());
      collect(part.schema(), part.value(), child);
      if (!part.declared() || part.value().isNull() || isEmptyContainer(part.value())) {
        child.insert();
      }
    }
  }

  /** The fields that are new or different in {@code next}. */
  static FieldSet changed(Schema schema, JsonNode before, JsonNode next) {
    FieldSet set = new FieldSet();
    compare(schema, before, next, set);
    return set;
  }

  private static void compare(Schema schema, JsonNode before, JsonNode next, FieldSet into) {
    if (FieldWalk.isLeaf(schema, next)
        || (isEmptyContainer(next) && (before.isMissingNode() || isEmptyContainer(before)))) {
      if (!next.equals(before)) {
        into.insert();
      }
      return;
    }
    if (before.isMissingNode()) {
      into.insert();
    }
    for (FieldWalk.Part part : FieldWalk.parts(schema, next)) {
      FieldWalk.Part old = FieldWalk.part(schema, before, part.element());
      JsonNode oldValue = old == null ? MissingNode.getInstance() : old.value();
      if (old == null || !oldValue.equals(part.value())) {
        FieldSet child = new FieldSet();
        compare(part.schema(), oldValue, part.value(), child);
        if (!child.isEmpty()) {
          into.at(part.element()).addAll(child);
        }
      }
    }
  }

  /** Takes out of a set what the value no longer has. */
  static void retainExisting(Schema schema, JsonNode value, FieldSet set) {
    for (String element : List.copyOf(set.children().keySet())) {
      FieldWalk.Part part = FieldWalk.part(schema, value, element);
      FieldSet child = set.at(element);
      if (part == null) {
        set.remove(element);
      } else {
        retainExisting(part.schema(), part.value(), child);
        if (child.isEmpty()) {
          set.remove(element);
        }
      }
    }
  }

  private static boolean isEmptyContainer(JsonNode value) {
    return value.isContainerNode() && value.isEmpty();
  }
}
