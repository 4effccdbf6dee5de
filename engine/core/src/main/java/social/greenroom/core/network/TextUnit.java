package social.greenroom.core.network;

import java.util.Locale;

/** How a network counts the length of a text. Each counts the text in normalisation form C. */
public enum TextUnit {
  /** UTF-16 code units, as most networks' own editors count. */
  CHARS {
    @Override
    int count(String text) {
      return text.length();
    }

    @Override
    LinkFinder links() {
      return LinkFinder.WITH_SCHEME;
    }
  },
  /** X's: some scripts and every emoji count two. */
  WEIGHTED {
    @Override
    int count(String text) {
      return XWeight.of(text);
    }

    @Override
    LinkFinder links() {
      return LinkFinder.ANY;
    }
  },
  /** What a reader sees as one character (UAX #29). */
  GRAPHEMES {
    @Override
    int count(String text) {
      return Graphemes.count(text);
    }

    @Override
    LinkFinder links() {
      return LinkFinder.WITH_SCHEME;
    }
  };

  /** The length of a text without links. */
  abstract int count(String text);

  /** Finds what the network takes for a link in a text. */
  abstract LinkFinder links();

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
