package social.greenroom.sandbox.fault;

import java.util.regex.Pattern;

/** A network that silently keeps half of a text; of one that ends with a link, all but the link. */
public final class Truncation {
  private static final Pattern LAST_LINK = Pattern.compile("(?s)(.*\\S)\\s+https?://\\S+\\s*");

  private Truncation() {}

  public static String of(String text) {
    var linked = LAST_LINK.matcher(text);
    if (linked.matches()) {
      return linked.group(1);
    }
    int half = text.codePointCount(0, text.length()) / 2;
    return text.substring(0, text.offsetByCodePoints(0, half));
  }
}
