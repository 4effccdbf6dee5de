package social.greenroom.helm.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads {@code values.yaml} with its comments: the lines above a key describe it, and a line that
 * begins with {@code @schema} narrows what it takes.
 */
final class ValuesFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern COMMENT = Pattern.compile(" *# ?(.*)");
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z][A-Za-z0-9]*):.*");
  private static final String RULES = "@schema ";

  private ValuesFile() {}

  /** The values in the file's order, sections before what they hold. */
  static List<Value> read(Path file) {
    try {
      var tree = YAML.readTree(file.toFile());
      var values = new ArrayList<Value>();
      var path = new ArrayList<String>();
      var comment = new ArrayList<String>();
      for (var line : Files.readAllLines(file)) {
        var commented = COMMENT.matcher(line);
        var key = KEY.matcher(line);
        if (commented.matches()) {
          comment.add(commented.group(1));
        } else if (key.matches()) {
          // What is deeper than any key leads to lies in a list.
          var depth = Math.min(key.group(1).length() / 2, path.size());
          path.subList(depth, path.size()).clear();
          path.add(key.group(2));
          if (!insideAnother(values, path)) {
            values.add(value(List.copyOf(path), comment, tree));
          }
          comment.clear();
        } else {
          comment.clear();
        }
      }
      return List.copyOf(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a value that is described as a whole, the parts are its own. */
  private static boolean insideAnother(List<Value> values, List<String> path) {
    return values.stream()
        .filter(value -> !value.isSection())
        .anyMatch(
            value ->
                value.path().size() < path.size()
                    && value.path().equals(path.subList(0, value.path().size())));
  }

  private static Value value(List<String> path, List<String> comment, JsonNode tree)
      throws IOException {
    var words = comment.stream().filter(line -> !line.startsWith(RULES)).toList();
    var rules = YAML.createObjectNode();
    for (var line : comment) {
      if (line.startsWith(RULES)) {
        rules.setAll((ObjectNode) YAML.readTree("{" + line.substring(RULES.length()) + "}"));
      }
    }
    return new Value(path, String.join(" ", words), rules, at(tree, path));
  }

  private static JsonNode at(JsonNode tree, List<String> path) {
    var node = tree;
    for (var name : path) {
      node = node.path(name);
    }
    if (node.isMissingNode()) {
      throw new IllegalStateException("There is no value " + String.join(".", path));
    }
    return node;
  }
}
