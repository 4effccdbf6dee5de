package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import social.greenroom.sandbox.timeline.Post;

/**
 * A post's text as X gives it back: links behind t.co, and {@code & < >} escaped. What a link stood
 * for is told beside the text.
 */
final class XEntities {
  private XEntities() {}

  static String shown(Post post) {
    return XText.URL
        .matcher(post.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .replaceAll(link -> shortened(unescaped(link.group())));
  }

  static JsonObject of(Post post) {
    var urls = new JsonArray();
    XText.URL
        .matcher(post.text())
        .results()
        .forEach(
            link ->
                urls.add(
                    new JsonObject()
                        .put("url", shortened(link.group()))
                        .put("expanded_url", link.group())));
    return new JsonObject().put("urls", urls);
  }

  private static String unescaped(String link) {
    return link.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String shortened(String link) {
    var sum = new CRC32();
    sum.update(link.getBytes(StandardCharsets.UTF_8));
    return "https://t.co/" + Long.toString(sum.getValue() | 1L << 40, 36);
  }
}
