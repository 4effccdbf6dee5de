package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.KubeJson;

/**
 * A set of fields as a tree, in the notation of {@code FieldsV1}: {@code f:name}, {@code
 * k:{"type":"Ready"}}, {@code v:"value"}.
 */
final class FieldSet {

  private boolean member;
  private final TreeMap<String, FieldSet> children = new TreeMap<>();

  static FieldSet parse(JsonNode fieldsV1) {
    FieldSet set = new FieldSet();
    fieldsV1
        .properties()
        .forEach(
            e -> {
              if (e.getKey().equals(".")) {
                set.member = true;
              } else {
                FieldSet child = parse(e.getValue());
                child.member = child.member || child.children.isEmpty();
                set.children.put(e.getKey(), child);
              }
            });
    return set;
  }

  ObjectNode toJson() {
    ObjectNode json = KubeJson.object();
    if (member && !children.isEmpty()) {
      json.putObject(".");
    }
    children.forEach((element, child) -> json.set(element, child.toJson()));
    return json;
  }

  boolean isMember() {
    return member;
  }

  void insert() {
    member = true;
  }

  /** The place of a child; made when absent. */
  FieldSet at(String element) {
    return children.computeIfAbsent(element, e -> new FieldSet());
  }

  @Nullable FieldSet child(String element) {
    return children.get(element);
  }

  Map<String, FieldSet> children() {
    return children;
  }

  void remove(String element) {
    children.remove(element);
  }

  boolean isEmpty() {
    return !member && children.values().stream().allMatch(FieldSet::isEmpty);
  }

  void addAll(FieldSet other) {
    member |= other.member;
    other.children.forEach((element, child) -> at(element).addAll(child));
  }

  /** What is in this set and not in the other. */
  FieldSet minus(FieldSet other) {
    FieldSet rest = new FieldSet();
    rest.member = member && !other.member;
    children.forEach(
        (element, child) -> {
          FieldSet theirs = other.child(element);
          FieldSet left = child.minus(theirs == null ? new FieldSet() : theirs);
          if (!left.isEmpty()) {
            rest.children.put(element, left);
          }
        });
    return rest;
  }

  /** What is in both sets. */
  FieldSet and(FieldSet other) {
    FieldSet both = new FieldSet();
    both.member = member && other.member;
    children.forEach(
        (element, child) -> {
          FieldSet theirs = other.child(element);
          FieldSet common = theirs == null ? new FieldSet() : child.and(theirs);
          if (!common.isEmpty()) {
            both.children.put(element, common);
          }
        });
    return both;
  }

  FieldSet copy() {
    FieldSet copy = new FieldSet();
    copy.addAll(this);
    return copy;
  }

  boolean same(FieldSet other) {
    return toJson().equals(other.toJson());
  }
}
