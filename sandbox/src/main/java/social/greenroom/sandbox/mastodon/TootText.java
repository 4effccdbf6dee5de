package social.greenroom.sandbox.mastodon;

import java.util.regex.Pattern;
import social.greenroom.sandbox.timeline.Html;

/** How Mastodon counts a text and shows it: in graphemes, a link weighs 23, as HTML. */
final class TootText {
  static final int MAX = 500;
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern REMOTE_MENTION = Pattern.compile("(@\\w+)@[\\w.-]+\\w");
  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern HASHTAG = Pattern.compile("(?<![\\w&/])#(\\w*\\p{L}\\w*)");
  private static final String URL_STAND_IN = "x".repeat(23);

  private TootText() {}

  static int length(String text) {
    var counted = REMOTE_MENTION.matcher(URL.matcher(text).replaceAll(URL_STAND_IN));
    return (int) GRAPHEME.matcher(counted.replaceAll("$1")).results().count();
  }

  static String html(String text, String instance) {
    var html = new StringBuilder();
    for (var paragraph : text.split("\n{2,}", -1)) {
      html.append("<p>").append(linked(paragraph, instance).replace("\n", "<br />")).append("</p>");
    }
    return html.toString();
  }

  private static String linked(String text, String instance) {
    var html = new StringBuilder();
    var url = URL.matcher(text);
    int from = 0;
    while (url.find()) {
      html.append(tagged(text.substring(from, url.start()), instance)).append(link(url.group()));
      from = url.end();
    }
    return html.append(tagged(text.substring(from), instance)).toString();
  }

  private static String link(String url) {
    int rest = url.indexOf("//") + 2;
    return ("<a href=\"%s\" target=\"_blank\" rel=\"nofollow noopener\">"
            + "<span class=\"invisible\">%s</span><span class=\"\">%s</span></a>")
        .formatted(
            Html.escape(url),
            Html.escape(url.substring(0, rest)),
            Html.escape(url.substring(rest)));
  }

  private static String tagged(String text, String instance) {
    return HASHTAG
        .matcher(Html.escape(text))
        .replaceAll(
            match ->
                "<a href=\"%s/tags/%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                    .formatted(instance, match.group(1), match.group(1)));
  }
}
