package social.greenroom.standalone.kube.cel;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How the names of properties are written in rules: {@code namespace} as {@code __namespace__}. */
final class PropertyNames {

  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private PropertyNames() {}

  /** Schemas name few properties, and every object has them all. */
  private static final Map<String, String> ESCAPED = new ConcurrentHashMap<>();

  /** Empty when a rule can't name the property. */
  static String escape(String property) {
    return ESCAPED.computeIfAbsent(property, PropertyNames::write);
  }

  private static String write(String property) {
    if (RESERVED.contains(property)) {
      return "__" + property + "__";
    }
    String escaped =
        property
            .replace("__", "__underscores__")
            .replace(".", "__dot__")
            .replace("-", "__dash__")
            .replace("/", "__slash__");
    return IDENTIFIER.matcher(escaped).matches() ? escaped : "";
  }
}
