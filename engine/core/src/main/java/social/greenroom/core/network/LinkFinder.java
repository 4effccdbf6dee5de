package social.greenroom.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the links in a text as the networks' own editors do, after twitter-text: punctuation that
 * ends a sentence doesn't belong to the link, brackets do when they are balanced.
 */
enum LinkFinder {
  /** Links written with http:// or https://. */
  WITH_SCHEME {
    @Override
    boolean accepts(MatchResult link) {
      return link.group(SCHEME) != null;
    }
  },
  /** Those, and bare names such as example.com/about, as X links them. */
  ANY {
    @Override
    boolean accepts(MatchResult link) {
      return link.group(SCHEME) != null
          || TopLevelDomains.links(link.group(HOST), link.group(PATH) != null);
    }
  };

  /** Where a link stands in the text. */
  record Link(int start, int end) {}

  private static final int SCHEME = 1;
  private static final int HOST = 2;
  private static final int PATH = 3;

  // The repetitions of the tail are possessive, so that a long text can't exhaust the stack; what
  // doesn't belong to the link's end is cut off afterwards.
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@\uFF20$#\uFF03._-])"
              + "(https?://)?"
              + "((?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,62}\\.){1,12}(?:xn--[a-z0-9-]{1,59}|\\p{L}{2,63}))"
              + "(?![\\p{L}\\p{N}@_-])"
              + "(?::[0-9]{1,5})?"
              + "(/[\\p{L}\\p{M}\\p{N}!*'();:=+,.$%#\\[\\]\\-\u2013_~@|&/]*+)?"
              + "(?:\\?[\\p{N}a-z!?*'();:&=+$/%#\\[\\]\\-_.,~|@]*+)?",
          Pattern.CASE_INSENSITIVE);

  abstract boolean accepts(MatchResult link);

  /** The links, in order; none overlaps another. */
  List<Link> find(String text) {
    var links = new ArrayList<Link>();
    // Looking for a dot first spares most texts the search.
    if (text.indexOf('.') < 0) {
      return links;
    }
    var matcher = LINK.matcher(text);
    while (matcher.find()) {
      if (accepts(matcher)) {
        links.add(new Link(matcher.start(), end(text, matcher.start(), matcher.end())));
      }
    }
    return links;
  }

  private static int end(String text, int start, int greedyEnd) {
    var end = greedyEnd;
    while (!mayEnd(text, start, end)) {
      end--;
    }
    return end;
  }

  private static boolean mayEnd(String text, int start, int end) {
    var last = text.charAt(end - 1);
    if (last == ')') {
      var link = text.substring(start, end);
      return link.chars().filter(c -> c == '(').count()
          >= link.chars().filter(c -> c == ')').count();
    }
    return Character.isLetterOrDigit(last)
        || Character.isSurrogate(last)
        || "=_#/+-&".indexOf(last) >= 0
        || Character.getType(last) == Character.NON_SPACING_MARK;
  }
}
