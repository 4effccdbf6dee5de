package social.greenroom.worker.pool;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTokens;
import social.greenroom.media.remote.JobApi;
import social.greenroom.media.remote.RemoteMediaStore;
import social.greenroom.media.store.LocalCopies;

/**
 * Every tenant's media through the API server, reading only: for each tenant by a token of its own,
 * as its Jobs have one.
 */
final class PoolMedia implements MediaStore, AutoCloseable {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private final URI server;
  private final MediaTokens tokens;
  private final InstantSource clock;
  private final LocalCopies copies = new LocalCopies(LocalCopies.DEFAULT_BYTES);

  PoolMedia(URI server, MediaTokens tokens, InstantSource clock) {
    this.server = server;
    this.tokens = tokens;
    this.clock = clock;
  }

  private MediaStore of(UUID tenantId) {
    var grant = MediaGrant.read(tenantId, clock.instant().plus(TOKEN_LIFE));
    return new RemoteMediaStore(JobApi.hurried(server, tokens.sign(grant)), copies);
  }

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes) {
    throw new UnsupportedOperationException("The pool adds no media.");
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) throws IOException {
    return of(tenantId).open(tenantId, sha256);
  }

  @Override
  public Path file(UUID tenantId, String sha256) throws IOException {
    return of(tenantId).file(tenantId, sha256);
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    return of(tenantId).exists(tenantId, sha256);
  }

  @Override
  public void close() {
    copies.close();
  }
}
