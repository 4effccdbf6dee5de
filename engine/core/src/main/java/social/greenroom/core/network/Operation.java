package social.greenroom.core.network;

import java.util.Locale;

/** What we do at a network that leaves something there; each has a retry class of its own. */
public enum Operation {
  /** The post itself, or the first of a thread. */
  PUBLISH,
  /** A further post of a thread, as a reply to the one before. */
  THREAD_PART,
  /** A comment of the account's own under its post. */
  COMMENT,
  /** A picture, or another container, which nobody sees before something is published with it. */
  UPLOAD;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
