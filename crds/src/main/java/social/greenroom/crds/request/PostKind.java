package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of post is wanted. */
public enum PostKind {
  @JsonProperty("Announcement")
  ANNOUNCEMENT("Announcement"),
  @JsonProperty("Highlights")
  HIGHLIGHTS("Highlights"),
  @JsonProperty("QuoteCard")
  QUOTE_CARD("QuoteCard"),
  @JsonProperty("FaqSnippet")
  FAQ_SNIPPET("FaqSnippet"),
  @JsonProperty("Carousel")
  CAROUSEL("Carousel");

  private final String wireName;

  PostKind(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
