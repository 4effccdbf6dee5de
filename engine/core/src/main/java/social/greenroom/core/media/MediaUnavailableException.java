package social.greenroom.core.media;

/**
 * The media store can't be reached, or doesn't take our word, right now: whatever was asked may be
 * asked again later. The message is a sentence without addresses or secrets.
 */
public class MediaUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MediaUnavailableException(String message) {
    super(message);
  }

  public MediaUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
