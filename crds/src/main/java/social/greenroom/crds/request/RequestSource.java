package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a post request came from. */
public enum RequestSource {
  @JsonProperty("persona")
  PERSONA("persona"),
  @JsonProperty("portal")
  PORTAL("portal"),
  @JsonProperty("mail")
  MAIL("mail"),
  @JsonProperty("gitops")
  GITOPS("gitops"),
  @JsonProperty("rest")
  REST("rest"),
  /** A time of a series, by its rule. */
  @JsonProperty("recurrence")
  RECURRENCE("recurrence"),
  /** A repetition of a post that went out. */
  @JsonProperty("evergreen")
  EVERGREEN("evergreen");

  private final String wireName;

  RequestSource(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
