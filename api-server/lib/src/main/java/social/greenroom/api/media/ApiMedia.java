package social.greenroom.api.media;

import jakarta.enterprise.context.ApplicationScoped;
import social.greenroom.core.media.MediaStore;
import social.greenroom.media.store.FileMediaStore;

/** The media store as the api server uses it; a wrapper, so that other programs can have theirs. */
@ApplicationScoped
public class ApiMedia {
  private final MediaStore store;

  ApiMedia(ApiMediaConfig config) {
    store = new FileMediaStore(config.dir());
  }

  public MediaStore store() {
    return store;
  }
}
