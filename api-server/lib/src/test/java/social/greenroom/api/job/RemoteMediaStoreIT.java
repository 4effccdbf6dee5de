package social.greenroom.api.job;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.JobTokens;
import social.greenroom.core.media.MediaStore;
import social.greenroom.media.remote.JobApi;
import social.greenroom.media.remote.RemoteMediaStore;
import social.greenroom.media.store.LocalCopies;
import social.greenroom.media.store.MediaStoreContract;

/** The media store as a Job that drafts has it, over this server. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RemoteMediaStoreIT extends MediaStoreContract {
  private final LocalCopies copies = new LocalCopies(LocalCopies.DEFAULT_BYTES);

  @AfterEach
  void close() {
    copies.close();
  }

  @Override
  protected MediaStore store(UUID tenantId) {
    var server = URI.create("http://localhost:" + JobTokens.internalPort());
    return new RemoteMediaStore(new JobApi(server, JobTokens.write(tenantId)), copies);
  }
}
