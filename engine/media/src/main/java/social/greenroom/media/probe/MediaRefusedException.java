package social.greenroom.media.probe;

/** A file isn't a picture that Greenroom takes; the message is a sentence with the remedy. */
public final class MediaRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public MediaRefusedException(String message) {
    super(message);
  }
}
