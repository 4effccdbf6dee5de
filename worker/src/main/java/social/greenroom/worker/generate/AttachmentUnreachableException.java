package social.greenroom.worker.generate;

import java.io.IOException;

/** An attachment couldn't be fetched now, but perhaps later; the message is a sentence. */
final class AttachmentUnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  AttachmentUnreachableException(String message) {
    super(message);
  }
}
