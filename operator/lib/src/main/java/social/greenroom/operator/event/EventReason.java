package social.greenroom.operator.event;

/** Why an event is told: the whole set, so that alerts can rely on it. */
public enum EventReason {
  /** A tenant, talent, account or server became ready. */
  READY("Ready", false),
  /** It no longer is, or never was, and somebody has to act. */
  NOT_READY("NotReady", true),
  /** The owner was invited by mail. */
  OWNER_INVITED("OwnerInvited", false),
  /** A credential was sealed into the vault, later than its account was made. */
  CREDENTIAL_SEALED("CredentialSealed", false),
  /** A series made the post request of one of its times. */
  REQUEST_MADE("RequestMade", false),
  /** A series stopped, or has no further time. */
  SERIES_OVER("SeriesOver", false),
  /** Times of a series passed without a draft. */
  MISSED("Missed", true),
  /** A request was checked and kept. */
  ACCEPTED("Accepted", false),
  /** A request can't be carried out as it is. */
  REFUSED("Refused", true),
  /** The same request had been carried out before. */
  ALREADY_DONE("AlreadyDone", false),
  /** A Job was made. */
  JOB_MADE("JobMade", false),
  /** A request became drafts. */
  DRAFTED("Drafted", false),
  /** A request ended without drafts. */
  FAILED("Failed", true),
  /** The resource was deleted: what wasn't published is cancelled. */
  CANCELLED("Cancelled", true),
  /** The operator met an error and tries again. */
  TRYING_AGAIN("TryingAgain", true);

  private final String word;
  private final boolean warning;

  EventReason(String word, boolean warning) {
    this.word = word;
    this.warning = warning;
  }

  public String word() {
    return word;
  }

  /** Kubernetes knows two types. */
  String type() {
    return warning ? "Warning" : "Normal";
  }
}
