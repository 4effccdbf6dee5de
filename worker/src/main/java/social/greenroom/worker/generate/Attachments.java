package social.greenroom.worker.generate;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import social.greenroom.core.media.MediaStore;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.store.request.Attachment;

/** Looks at what came with a request: by content, before anything is drafted for it. */
record Attachments(MediaStore media, MediaProbe probe, UUID tenantId) {
  private static final Pattern STORED = Pattern.compile("media:([0-9a-f]{64})");

  /**
   * The pictures, in order.
   *
   * @throws MediaRefusedException with a sentence, when one isn't in the store or isn't a picture
   */
  List<Picture> look(List<Attachment> attachments) throws IOException, MediaRefusedException {
    var pictures = new ArrayList<Picture>();
    for (var attachment : attachments) {
      pictures.add(look(attachment));
    }
    return pictures;
  }

  private Picture look(Attachment attachment) throws IOException, MediaRefusedException {
    var stored = STORED.matcher(attachment.uri());
    if (!stored.matches()) {
      throw new MediaRefusedException(
          "The attachment %s isn't in the media store; upload it first and name it media:<sha256>."
              .formatted(attachment.uri()));
    }
    var sha256 = stored.group(1);
    try {
      return new Picture(sha256, probe.probe(media.file(tenantId, sha256)), attachment.altText());
    } catch (NoSuchFileException e) {
      throw new MediaRefusedException(
          "The attachment %s isn't in the media store; upload it and ask again."
              .formatted(attachment.uri()));
    }
  }
}
