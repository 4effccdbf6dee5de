package social.greenroom.worker.job;

/** The Job was started wrongly; the message names the argument or variable and the remedy. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
