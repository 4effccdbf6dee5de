package social.greenroom.core.channel;

/** The account's own posts couldn't be read; the message is a sentence without secrets. */
public final class ReadFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public ReadFailedException(String message) {
    super(message);
  }

  public ReadFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
