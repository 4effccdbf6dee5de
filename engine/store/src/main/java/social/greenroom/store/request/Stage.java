package social.greenroom.store.request;

import java.util.Locale;

/** How far a request is. */
public enum Stage {
  RECEIVED,
  ANALYZING,
  DRAFTING,
  RENDERING,
  COMPLETE,
  FAILED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when nothing more is done for it. */
  public boolean ended() {
    return this == COMPLETE || this == FAILED;
  }
}
