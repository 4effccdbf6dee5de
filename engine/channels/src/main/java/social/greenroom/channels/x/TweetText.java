package social.greenroom.channels.x;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A post's text as it was written. X gives it back with links behind t.co, a link of its own for
 * attached pictures, and three characters escaped.
 */
final class TweetText {
  private TweetText() {}

  static String of(JsonNode tweet) {
    var text = tweet.path("text").asText("");
    for (var link : tweet.path("entities").path("urls")) {
      var shown = link.path("url").asText("");
      var meant = link.path("expanded_url").asText(shown);
      boolean picture = meant.matches("https://(?:x|twitter)\\.com/.+/(?:photo|video)/\\d+");
      if (!shown.isEmpty()) {
        text = text.replace(shown, picture ? "" : meant);
      }
    }
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }
}
