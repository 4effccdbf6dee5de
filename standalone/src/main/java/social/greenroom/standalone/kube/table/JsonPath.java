package social.greenroom.standalone.kube.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import social.greenroom.standalone.kube.object.KubeJson;

/**
 * The JSON paths of printer columns and selectable fields: {@code
 * .status.conditions[?(@.type=="Ready")].status}.
 */
public final class JsonPath {

  @FunctionalInterface
  private interface Step {
    Stream<JsonNode> from(JsonNode node);
  }

  private static final Pattern STEP =
      Pattern.compile(
          "\\.((?:[^.\\[\\]\\\\]|\\\\.)+)"
              + "|\\[(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")\\]"
              + "|\\[(-?\\d+)\\]"
              + "|(\\[\\*\\]|\\.\\*)"
              + "|\\[\\?\\(\\s*@([^=!<>]*?)\\s*(?:(==|!=)\\s*('[^']*'|\"[^\"]*\"|[^)\\s]+)\\s*)?\\)\\]");

  private final List<Step> steps;

  private JsonPath(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * Reads a path, with or without braces and leading dot.
   *
   * @throws IllegalArgumentException when it is no path that is understood
   */
  public static JsonPath parse(String path) {
    String rest =
        path.startsWith("{") && path.endsWith("}") ? path.substring(1, path.length() - 1) : path;
    rest = rest.startsWith("$") ? rest.substring(1) : rest;
    if (!rest.startsWith(".") && !rest.startsWith("[")) {
      rest = "." + rest;
    }
    List<Step> steps = new ArrayList<>();
    if (rest.equals(".")) {
      return new JsonPath(steps);
    }
    Matcher matcher = STEP.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException(
            "unrecognized character in JSONPath " + path + " at " + at);
      }
      steps.add(step(matcher));
      at = matcher.end();
    }
    return new JsonPath(steps);
  }

  /** Everything the path leads to; empty when it leads nowhere. */
  public List<JsonNode> find(JsonNode root) {
    Stream<JsonNode> found = Stream.of(root);
    for (Step step : steps) {
      found = found.flatMap(step::from);
    }
    return found.filter(n -> !n.isMissingNode() && !n.isNull()).toList();
  }

  private static Step step(Matcher matcher) {
    if (matcher.group(5) != null || "*".equals(matcher.group(1))) {
      return node -> StreamSupport.stream(node.spliterator(), false);
    }
    for (int group = 1; group <= 3; group++) {
      String name = matcher.group(group);
      if (name != null) {
        String field = name.replaceAll("\\\\(.)", "$1");
        return node -> Stream.of(node.path(field));
      }
    }
    String index = matcher.group(4);
    if (index != null) {
      int at = Integer.parseInt(index);
      return node -> Stream.of(node.path(at < 0 ? node.size() + at : at));
    }
    return filter(matcher);
  }

  private static Step filter(Matcher matcher) {
    String inner = matcher.group(6);
    JsonPath path = parse(inner.isEmpty() ? "." : inner);
    String operator = matcher.group(7);
    if (operator == null) {
      return node -> items(node).filter(item -> !path.find(item).isEmpty());
    }
    JsonNode literal = literal(matcher.group(8));
    boolean equal = operator.equals("==");
    return node ->
        items(node)
            .filter(
                item -> {
                  List<JsonNode> values = path.find(item);
                  return !values.isEmpty() && same(values.get(0), literal) == equal;
                });
  }

  private static boolean same(JsonNode value, JsonNode literal) {
    return value.equals(literal)
        || (value.isNumber()
            && literal.isNumber()
            && value.decimalValue().compareTo(literal.decimalValue()) == 0);
  }

  private static Stream<JsonNode> items(JsonNode node) {
    return node instanceof ArrayNode array
        ? StreamSupport.stream(array.spliterator(), false)
        : Stream.of();
  }

  private static JsonNode literal(String text) {
    if (text.startsWith("'") || text.startsWith("\"")) {
      return TextNode.valueOf(text.substring(1, text.length() - 1));
    }
    if (text.equals("true") || text.equals("false")) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    try {
      return KubeJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("unrecognized value in JSONPath: " + text, e);
    }
  }
}
