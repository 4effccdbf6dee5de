package social.greenroom.store.series;

import java.util.Locale;

/** How far the operator is with a series that a person asked for. */
public enum AskedState {
  /** Its PostSeries is to be made, changed or deleted. */
  WAITING,
  /** Its PostSeries says what was asked. */
  DECLARED,
  /** It can't be declared as it is. */
  REFUSED,
  /** There is no PostSeries any more, and won't be one. */
  ENDED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
