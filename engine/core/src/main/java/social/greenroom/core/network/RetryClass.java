package social.greenroom.core.network;

/** What may be done again after an attempt whose outcome isn't known. */
public enum RetryClass {
  /** The network takes an idempotency key: the same call may be sent again. */
  IDEMPOTENT,
  /** May be sent again only where the failure is known to precede the sending. */
  SAFE_BEFORE_SEND,
  /** Only after the account's own timeline has been read and does not hold it. */
  RECONCILE_ONLY,
  /** Never again by a program: a person decides. */
  NEVER
}
