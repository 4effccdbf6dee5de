package social.greenroom.core.network;

import java.util.Arrays;

/** What sort of post is wanted; {@link NetworkProfile#kinds} says where each is at home. */
public enum PostKind {
  ANNOUNCEMENT("Announcement", "an announcement", true),
  HIGHLIGHTS("Highlights", "a post of highlights", true),
  /** Waits for the rendering of quote cards. */
  QUOTE_CARD("QuoteCard", "a quote card", false),
  FAQ_SNIPPET("FaqSnippet", "an FAQ snippet", true),
  /** Waits for the rendering of several pages. */
  CAROUSEL("Carousel", "a carousel", false);

  private final String wireName;
  private final String words;
  private final boolean offered;

  PostKind(String wireName, String words, boolean offered) {
    this.wireName = wireName;
    this.words = words;
    this.offered = offered;
  }

  /** The word in a PostRequest. */
  public String wireName() {
    return wireName;
  }

  /** What a sentence calls it, with its article. */
  public String words() {
    return words;
  }

  /** False while Greenroom can't make it. */
  public boolean offered() {
    return offered;
  }

  /**
   * The kind of that word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PostKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("There is no kind of post '%s'.".formatted(wireName)));
  }
}
