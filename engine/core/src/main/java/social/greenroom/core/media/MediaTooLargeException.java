package social.greenroom.core.media;

/** More bytes came than the limit allows; nothing was stored. */
public final class MediaTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;
  private final long maxBytes;

  public MediaTooLargeException(long maxBytes) {
    super("The file is larger than %,d bytes, the most that is taken.".formatted(maxBytes));
    this.maxBytes = maxBytes;
  }

  public long maxBytes() {
    return maxBytes;
  }
}
