package social.greenroom.core.post;

import java.util.Locale;

/** Where a post request came from. */
public enum Origin {
  PERSONA,
  PORTAL,
  MAIL,
  GITOPS,
  REST,
  /** A time of a series, by its rule. */
  RECURRENCE,
  /** A repetition of a post that went out. */
  EVERGREEN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Origin of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
