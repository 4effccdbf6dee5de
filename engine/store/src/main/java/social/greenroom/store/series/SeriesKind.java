package social.greenroom.store.series;

import java.util.Locale;

/** What makes a series come again. */
public enum SeriesKind {
  /** A rule. */
  RECURRENCE,
  /** An interval after a post that went out. */
  EVERGREEN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
