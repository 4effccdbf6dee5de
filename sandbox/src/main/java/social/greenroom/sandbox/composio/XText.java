package social.greenroom.sandbox.composio;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How X counts: a URL weighs 23, an emoji 2, most scripts' letters 1 and CJK's 2 (twitter-text's
 * configuration 3).
 */
final class XText {
  static final int MAX = 280;
  static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");
  private static final int URL_WEIGHT = 23;
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private XText() {}

  static int weight(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    var url = URL.matcher(normal);
    int weight = 0;
    int from = 0;
    while (url.find()) {
      weight += plain(normal.substring(from, url.start())) + URL_WEIGHT;
      from = url.end();
    }
    return weight + plain(normal.substring(from));
  }

  private static int plain(String text) {
    return CLUSTER.matcher(text).results().mapToInt(match -> cluster(match.group())).sum();
  }

  private static int cluster(String cluster) {
    boolean emoji = cluster.codePoints().anyMatch(c -> c >= 0x1F000 || c == 0xFE0F || c == 0x20E3);
    return emoji ? 2 : cluster.codePoints().map(XText::letter).sum();
  }

  private static int letter(int c) {
    boolean light =
        c <= 4351
            || (c >= 8192 && c <= 8205)
            || (c >= 8208 && c <= 8223)
            || (c >= 8242 && c <= 8247);
    return light ? 1 : 2;
  }
}
