package social.greenroom.core.egress;

import java.io.IOException;

/**
 * An address that a person gave isn't called; nothing was sent. The message goes behind the field's
 * name and a colon. It tells the host and the remedy, and nothing else of the address, which may
 * hold secrets.
 */
public final class EgressRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  EgressRefusedException(String why) {
    super(why);
  }

  /** Why, and what to do. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
