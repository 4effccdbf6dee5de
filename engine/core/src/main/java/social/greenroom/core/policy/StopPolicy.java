package social.greenroom.core.policy;

/** How far a talent's or an account's sending is stopped. Of two, the stricter wins. */
public enum StopPolicy {
  NONE("None"),
  /** Nothing new is sent; what is approved waits. */
  HOLD("Hold"),
  /** Nothing new is sent, and what is queued is pulled back. */
  HOLD_AND_DRAIN("HoldAndDrain");

  private final String wireName;

  StopPolicy(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public boolean stops() {
    return this != NONE;
  }

  /** The stricter of the two. */
  public StopPolicy and(StopPolicy other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public static StopPolicy of(String wireName) {
    for (var policy : values()) {
      if (policy.wireName.equals(wireName)) {
        return policy;
      }
    }
    throw new IllegalArgumentException(
        "Stop policy '%s' isn't known; use None, Hold or HoldAndDrain.".formatted(wireName));
  }
}
