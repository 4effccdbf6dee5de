package social.greenroom.core.media;

/** The media store is there and doesn't take our word: another one may do, waiting won't. */
public final class MediaDeniedException extends MediaUnavailableException {
  private static final long serialVersionUID = 1L;

  public MediaDeniedException(String message) {
    super(message);
  }
}
