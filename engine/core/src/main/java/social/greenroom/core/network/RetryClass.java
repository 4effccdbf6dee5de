package social.greenroom.core.network;

import java.util.Locale;

/** What may be done again after an attempt whose outcome isn't known. */
public enum RetryClass {
  /**
   * The same call may be sent again: the network takes an idempotency key, or what is there twice
   * is seen by nobody, as with an upload.
   */
  IDEMPOTENT,
  /** May be sent again only where the failure is known to precede the sending. */
  SAFE_BEFORE_SEND,
  /** Only after the account's own timeline has been read and does not hold it. */
  RECONCILE_ONLY,
  /** Never again by a program: a person decides. */
  NEVER;

  /** The name kept with an attempt. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
