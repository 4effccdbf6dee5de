package social.greenroom.channels.mastodon;

import java.util.regex.Pattern;

/** A status's text as it was written: Mastodon gives it back as HTML. */
final class StatusText {
  private static final Pattern PARAGRAPH = Pattern.compile("</p>\\s*<p[^>]*>");
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern NUMERIC = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");

  private StatusText() {}

  static String of(String html) {
    var text = PARAGRAPH.matcher(html).replaceAll("\n\n");
    text = TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
    text =
        NUMERIC
            .matcher(text)
            .replaceAll(
                match ->
                    Character.toString(
                            Integer.parseInt(match.group(2), match.group(1).isEmpty() ? 10 : 16))
                        .replace("\\", "\\\\")
                        .replace("$", "\\$"));
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&nbsp;", "\u00a0")
        .replace("&amp;", "&")
        .strip();
  }
}
