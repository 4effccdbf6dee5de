package social.greenroom.worker.settle;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post's text brought to a form in which what we sent and what the network stores can be
 * compared. Networks shorten links or show them without their scheme, append links to pictures,
 * escape characters, and fold white space; none of that makes it another post.
 */
record PostText(String words) {
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+|\\b(?:[a-z0-9-]+\\.)+[a-z]{2,}/\\S*");
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
    return new PostText(SPACE.matcher(bare).replaceAll(" ").strip());
  }

  /** True when nothing is left to compare: the post was a link or a picture alone. */
  boolean empty() {
    return words.isEmpty();
  }

  boolean sameAs(PostText other) {
    return words.equals(other.words);
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
