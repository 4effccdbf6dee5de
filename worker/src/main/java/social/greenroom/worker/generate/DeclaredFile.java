package social.greenroom.worker.generate;

import org.jspecify.annotations.Nullable;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.media.probe.Probed;
import social.greenroom.store.request.Attachment;

/**
 * What a request says of an attachment; what it doesn't say isn't checked.
 *
 * @param field its place in the request, such as {@code attachments[0]}
 */
record DeclaredFile(Attachment attachment, String field) {

  /** The most bytes that are read of it. */
  long limit(long most) throws MediaRefusedException {
    var bytes = attachment.bytes();
    if (bytes == null || bytes == 0) {
      return most;
    }
    if (bytes > most) {
      throw new MediaRefusedException(
          "%s.bytes: it has %,d bytes; at most %,d are taken. Give a smaller copy."
              .formatted(field, bytes, most));
    }
    return bytes;
  }

  /**
   * Stops the caller for a file that is another than was declared.
   *
   * @throws MediaRefusedException with a sentence that names the field
   */
  void demand(String sha256, Probed found) throws MediaRefusedException {
    demand("bytes", attachment.bytes(), found.bytes());
    demand("mediaType", attachment.mediaType(), found.mediaType());
    demand("sha256", attachment.sha256(), sha256);
  }

  private void demand(String what, @Nullable Object declared, Object found)
      throws MediaRefusedException {
    if (declared != null && !declared.equals(found)) {
      throw new MediaRefusedException(
          "%s.%s: it says %s, but the file's is %s; correct it, or give the file that was meant."
              .formatted(field, what, declared, found));
    }
  }
}
