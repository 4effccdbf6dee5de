package social.greenroom.worker.settle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post's text brought to a form in which what we sent and what the network stores can be
 * compared. Networks shorten links or show them without their scheme, append links to pictures,
 * escape characters, and fold white space; none of that makes it another post. Another link does.
 *
 * @param links in order, without what they are shown without too
 */
record PostText(String words, List<String> links) {
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+|\\b(?:[a-z0-9-]+\\.)+[a-z]{2,}/\\S*");
  private static final Pattern BARE =
      Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?|[\\p{Punct}]+$");

  /** What such a link stands for isn't told by the link. */
  private static final Pattern SHORTENED =
      Pattern.compile("(?:t\\.co|lnkd\\.in|pic\\.twitter\\.com|pic\\.x\\.com)/.*");

  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|#39|#x27);");
  private static final Map<String, String> CHARACTERS =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "#39", "'", "#x27", "'");

  /** Mastodon shows whom a post mentions without their server. */
  private static final Pattern MENTION = Pattern.compile("(@[\\w.-]*\\w)@[\\w.-]+");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0…]+");

  /** Shorter texts than this say too little to be recognised by their beginning. */
  private static final int TELLING_CHARS = 16;

  static PostText of(String text) {
    var plain = Normalizer.normalize(unescape(text), Normalizer.Form.NFKC);
    var linked = LINK.matcher(plain).replaceAll(" ");
    var bare = INVISIBLE.matcher(MENTION.matcher(linked).replaceAll("$1")).replaceAll("");
    var links = LINK.matcher(plain).results().map(link -> bare(link.group())).toList();
    return new PostText(SPACE.matcher(bare).replaceAll(" ").strip(), links);
  }

  /** Of a link only its server is the same in capitals. */
  private static String bare(String link) {
    var bare = BARE.matcher(link).replaceAll("");
    int path = bare.indexOf('/');
    return path < 0
        ? bare.toLowerCase(Locale.ROOT)
        : bare.substring(0, path).toLowerCase(Locale.ROOT) + bare.substring(path);
  }

  /** True when nothing is left to compare: the post was a link or a picture alone. */
  boolean empty() {
    return words.isEmpty();
  }

  /**
   * True when a network that shows this was surely sent that: the same words, all of its links, and
   * no further ones but what a network adds for a picture.
   */
  boolean shows(PostText sent) {
    return words.equals(sent.words)
        && beyond(sent.links, links).isEmpty()
        && beyond(links, sent.links).stream().allMatch(PostText::shortened);
  }

  /**
   * True when nothing tells that a network which shows this keeps anything else than that: a link
   * that it shortened may be any.
   */
  boolean keeps(PostText sent) {
    var missing = beyond(sent.links, links);
    var unknown = beyond(links, sent.links).stream().filter(PostText::shortened).count();
    return words.equals(sent.words) && missing.size() <= unknown;
  }

  /** True when a network that cut this could show that. */
  boolean beginsWith(PostText other) {
    return words.startsWith(other.words);
  }

  private static List<String> beyond(List<String> links, List<String> others) {
    var left = new ArrayList<>(links);
    others.forEach(left::remove);
    return left;
  }

  private static boolean shortened(String link) {
    return SHORTENED.matcher(link).matches();
  }

  /**
   * True when it can't be told apart for sure: one begins like the other, as a text does that the
   * network cut or somebody added to.
   */
  boolean resembles(PostText other) {
    int shorter = Math.min(words.length(), other.words.length());
    int compared = Math.min(shorter, Math.max(TELLING_CHARS, shorter / 2));
    return shorter > 0 && words.regionMatches(0, other.words, 0, compared);
  }

  private static String unescape(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(CHARACTERS.getOrDefault(found.group(1), "")));
  }
}
