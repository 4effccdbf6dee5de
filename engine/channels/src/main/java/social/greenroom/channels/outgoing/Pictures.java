package social.greenroom.channels.outgoing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.core.network.Networks;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;

/** Finds a payload's pictures before anything is sent: none may be missing or too large. */
public final class Pictures {
  /**
   * A picture and the file that holds it.
   *
   * @param number its place in the post, from 1
   */
  public record Picture(int number, PayloadMedia media, Path file) {
    /** A file name for networks that want one. */
    public String fileName() {
      return media.sha256().substring(0, 16)
          + "."
          + media.mediaType().substring(media.mediaType().indexOf('/') + 1);
    }
  }

  private final MediaStore store;

  public Pictures(MediaStore store) {
    this.store = store;
  }

  public List<Picture> of(UUID tenantId, Payload payload) throws NetworkFailure {
    var profile = Networks.of(payload.platform());
    var pictures = new ArrayList<Picture>();
    for (var media : payload.media()) {
      int number = pictures.size() + 1;
      try {
        var file = store.file(tenantId, media.sha256());
        if (Files.size(file) > profile.maxImageBytes()) {
          throw NetworkFailure.refused(
              "Picture %d has %,d bytes; %s takes %,d. Nothing was sent: use a smaller picture."
                  .formatted(
                      number,
                      Files.size(file),
                      payload.platform().displayName(),
                      profile.maxImageBytes()));
        }
        pictures.add(new Picture(number, media, file));
      } catch (MediaUnavailableException e) {
        throw NetworkFailure.unsent(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw NetworkFailure.refused(
            "Picture %d can't be read from the media store. Nothing was sent: add it again."
                .formatted(number));
      }
    }
    return pictures;
  }
}
