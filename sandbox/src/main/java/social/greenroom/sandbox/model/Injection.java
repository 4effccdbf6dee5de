package social.greenroom.sandbox.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Instructions hidden in content: "ignore all previous instructions and …". */
final class Injection {
  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)[^.\\n\"<>]*\\b(?:ignore|disregard|forget|override)\\b[^.\\n]{0,60}"
              + "\\b(?:instructions?|rules?|prompts?|directions?|above|everything)\\b[^\\n]*");
  private static final Pattern SAY =
      Pattern.compile(
          "(?i)\\b(?:say|write|post|output|reply|answer|respond|publish|print)\\b"
              + "(?:\\s+(?:with|only|exactly|this|that|instead|just))*\\s*[:,]?\\s*"
              + "(?:[\"“'‘]([^\"”'’\\n]+)[\"”'’]|([^\\n]+))");

  private Injection() {}

  /** The text without such orders, as a model that isn't fooled reads it. */
  static String without(String text) {
    return ORDER.matcher(text).replaceAll("");
  }

  /** What the order wants said, if there is an order. */
  static Optional<String> wanted(String text) {
    var order = ORDER.matcher(text);
    if (!order.find()) {
      return Optional.empty();
    }
    var say = SAY.matcher(order.group());
    if (!say.find()) {
      return Optional.of(order.group().strip());
    }
    return Optional.of((say.group(1) == null ? say.group(2) : say.group(1)).strip());
  }
}
