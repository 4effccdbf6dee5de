package social.greenroom.media.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.media.store.ContentName;
import social.greenroom.media.store.LocalCopies;
import social.greenroom.media.store.Spool;

/**
 * The media store behind the API server, as far as the token reaches: it names the tenant, so the
 * tenant that is asked for must be that one. Reading works on local copies, whose content is
 * checked when they arrive.
 */
public final class RemoteMediaStore implements MediaStore {
  private final JobApi api;
  private final LocalCopies copies;

  public RemoteMediaStore(JobApi api, LocalCopies copies) {
    this.api = api;
    this.copies = copies;
  }

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes)
      throws IOException, MediaTooLargeException {
    // Through a file, so that a try that failed can be made again.
    var leaving = Files.createTempFile("greenroom-put", ".part");
    try {
      var stored = Spool.write(content, leaving, maxBytes);
      api.put(path(tenantId, stored.sha256()), leaving);
      return stored;
    } finally {
      Files.deleteIfExists(leaving);
    }
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) throws IOException {
    return Files.newInputStream(file(tenantId, sha256));
  }

  @Override
  public Path file(UUID tenantId, String sha256) throws IOException {
    var path = path(tenantId, sha256);
    return copies.get(tenantId, sha256, file -> api.download(path, file));
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    try {
      return api.exists(path(tenantId, sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(UUID tenantId, String sha256) {
    return "media/%s/%s".formatted(tenantId, ContentName.checked(sha256));
  }
}
