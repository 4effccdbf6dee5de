package social.greenroom.api.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.media.ApiMedia;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.media.MediaStore.StoredMedia;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.media.probe.MediaLimits;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.media.probe.Probed;
import social.greenroom.store.media.NewMedia;

/**
 * Receives one file: to a temporary file first, where its content is checked, then into the media
 * store. No more than a buffer of it is in memory at any time.
 */
@ApplicationScoped
class Receiving {
  private static final int MAX_FILENAME = 255;

  private final ApiDatabases databases;
  private final ApiMedia media;
  private final MediaProbe probe;
  private final long maxBytes;

  Receiving(ApiDatabases databases, ApiMedia media, UploadConfig config) {
    this.databases = databases;
    this.media = media;
    maxBytes = config.maxBytes();
    var limits = MediaLimits.DEFAULT;
    probe = new MediaProbe(new MediaLimits(maxBytes, limits.maxPixels(), limits.maxSide()));
  }

  Upload receive(Caller caller, @Nullable String filename, InputStream body) throws IOException {
    var arriving = Files.createTempFile("greenroom-upload", ".part");
    try {
      new Arrival(maxBytes).copy(body, arriving);
      var probed = probe(arriving);
      var stored = store(caller, arriving);
      databases
          .tenants()
          .run(
              caller.tenantId(),
              session ->
                  session
                      .media()
                      .uploaded(
                          new NewMedia(
                              stored.sha256(),
                              probed.mediaType(),
                              stored.bytes(),
                              probed.width(),
                              probed.height(),
                              plain(filename),
                              caller.email()),
                          caller.userId()));
      return new Upload(
          "media:" + stored.sha256(),
          stored.sha256(),
          probed.mediaType(),
          stored.bytes(),
          "/api/v1/media/" + stored.sha256());
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private Probed probe(Path arrived) throws IOException {
    try {
      return probe.probe(arrived);
    } catch (MediaRefusedException e) {
      throw ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, String.valueOf(e.getMessage()));
    }
  }

  private StoredMedia store(Caller caller, Path arrived) throws IOException {
    try (var content = Files.newInputStream(arrived)) {
      return media.store().put(caller.tenantId(), content, maxBytes);
    } catch (MediaTooLargeException e) {
      throw ProblemException.of(ProblemKind.TOO_LARGE, String.valueOf(e.getMessage()));
    }
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
