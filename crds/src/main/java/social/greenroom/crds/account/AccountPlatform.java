package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The networks that have an adapter. */
public enum AccountPlatform {
  @JsonProperty("linkedin")
  LINKEDIN("linkedin"),
  @JsonProperty("x")
  X("x"),
  @JsonProperty("mastodon")
  MASTODON("mastodon");

  private final String wireName;

  AccountPlatform(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
