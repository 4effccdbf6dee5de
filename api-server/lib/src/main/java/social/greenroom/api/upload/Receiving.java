package social.greenroom.api.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.media.Arrivals;
import social.greenroom.store.media.NewMedia;

/** Receives one file from a person: into the media store, and into their tenant's list of media. */
@ApplicationScoped
class Receiving {
  private static final int MAX_FILENAME = 255;

  private final ApiDatabases databases;
  private final Arrivals arrivals;
  private final long maxBytes;

  Receiving(ApiDatabases databases, Arrivals arrivals, UploadConfig config) {
    this.databases = databases;
    this.arrivals = arrivals;
    maxBytes = config.maxBytes();
  }

  Upload receive(Caller caller, @Nullable String filename, InputStream body) throws IOException {
    var arrived = arrivals.take(caller.tenantId(), body, maxBytes, Arrivals.Rule.NONE);
    var content = arrived.content();
    var picture = arrived.picture();
    databases
        .tenants()
        .run(
            caller.tenantId(),
            session ->
                session
                    .media()
                    .uploaded(
                        new NewMedia(
                            content.sha256(),
                            picture.mediaType(),
                            content.bytes(),
                            picture.width(),
                            picture.height(),
                            plain(filename),
                            caller.email()),
                        caller.userId()));
    return new Upload(
        "media:" + content.sha256(),
        content.sha256(),
        picture.mediaType(),
        content.bytes(),
        "/api/v1/media/" + content.sha256());
  }

  /** The name for people's eyes only; no part of it ever becomes a path. */
  private static @Nullable String plain(@Nullable String filename) {
    if (filename == null || filename.isBlank()) {
      return null;
    }
    var shown = filename.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
    return shown.substring(0, Math.min(shown.length(), MAX_FILENAME));
  }
}
