package social.greenroom.crds.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a new definition takes away that the old one gave: stored resources that it would refuse,
 * YAML that it wouldn't take any more, words that programs and people rely on.
 */
final class Breaks {
  private final List<String> found = new ArrayList<>();
  private final String definition;

  private Breaks(String definition) {
    this.definition = definition;
  }

  /** Each as a sentence that begins with the definition, its version and the field. */
  static List<String> between(JsonNode before, JsonNode after) {
    var breaks = new Breaks(before.at("/metadata/name").asText());
    breaks.names(before.path("spec"), after.path("spec"));
    breaks.versions(before.at("/spec/versions"), after.at("/spec/versions"));
    return breaks.found;
  }

  private void names(JsonNode before, JsonNode after) {
    for (var field :
        List.of("/group", "/scope", "/names/kind", "/names/plural", "/names/singular")) {
      if (!before.at(field).equals(after.at(field))) {
        add("", "%s is %s and was %s", field.substring(1), after.at(field), before.at(field));
      }
    }
    for (var field : List.of("/names/shortNames", "/names/categories")) {
      missing(before.at(field), after.at(field))
          .forEach(name -> add("", "%s has no %s any more", field.substring(1), name));
    }
  }

  private void versions(JsonNode before, JsonNode after) {
    for (var old : before) {
      var name = old.path("name").asText();
      var now = named(after, name);
      if (now.isMissingNode()) {
        add(name, "the version is gone");
        continue;
      }
      if (old.path("served").asBoolean() && !now.path("served").asBoolean()) {
        add(name, "the version isn't served any more");
      }
      old.path("subresources")
          .fieldNames()
          .forEachRemaining(
              sub -> {
                if (!now.path("subresources").has(sub)) {
                  add(name, "the subresource %s is gone", sub);
                }
              });
      columns(name, old, now);
      new SchemaBreaks((path, sentence) -> found.add(at(name, path) + ": " + sentence))
          .compare("", old.at("/schema/openAPIV3Schema"), now.at("/schema/openAPIV3Schema"));
    }
  }

  private void columns(String version, JsonNode before, JsonNode after) {
    for (var column : before.path("additionalPrinterColumns")) {
      var now = named(after.path("additionalPrinterColumns"), column.path("name").asText());
      if (!now.path("jsonPath").equals(column.path("jsonPath"))) {
        add(version, "the column %s is gone or shows something else", column.path("name").asText());
      }
    }
    var selectable = new HashSet<JsonNode>();
    after.path("selectableFields").forEach(selectable::add);
    for (var field : before.path("selectableFields")) {
      if (!selectable.contains(field)) {
        add(version, "%s can't be selected by any more", field.path("jsonPath").asText());
      }
    }
  }

  private static JsonNode named(JsonNode list, String name) {
    for (var entry : list) {
      if (entry.path("name").asText().equals(name)) {
        return entry;
      }
    }
    return MissingNode.getInstance();
  }

  private static Set<String> missing(JsonNode before, JsonNode after) {
    var missing = new HashSet<String>();
    before.forEach(value -> missing.add(value.asText()));
    after.forEach(value -> missing.remove(value.asText()));
    return missing;
  }

  private String at(String version, String path) {
    return "%s %s %s".formatted(definition, version, path).strip().replaceAll(" +", " ");
  }

  private void add(String version, String sentence, Object... values) {
    found.add(at(version, "") + ": " + sentence.formatted(values));
  }
}
