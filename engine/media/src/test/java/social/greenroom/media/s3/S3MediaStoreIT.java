package social.greenroom.media.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.media.store.MediaStoreContract;

/** The media store in a bucket, over S3's real protocol. */
class S3MediaStoreIT extends MediaStoreContract {
  private static S3Server server;

  private S3MediaStore store;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @BeforeEach
  void open() {
    store = new S3MediaStore(server.settings());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected MediaStore store(UUID tenantId) {
    return store;
  }

  @Test
  void anObjectIsNamedByTenantAndContent() throws Exception {
    var tenant = UUID.randomUUID();
    var content = "hello".getBytes(StandardCharsets.UTF_8);
    var stored = store.put(tenant, new ByteArrayInputStream(content), 100);

    assertThat(server.settings().toString()).doesNotContain(S3Server.SECRET_KEY);
    assertThat(store.open(tenant, stored.sha256())).hasBinaryContent(content);
    assertThat(server.keys()).contains(tenant + "/" + stored.sha256());
  }

  @Test
  void aServerThatIsAwayOrRefusesUsIsNoMissingFile() throws Exception {
    var tenant = UUID.randomUUID();
    try (var stranger = new S3MediaStore(server.settings("another-secret"))) {
      assertThatThrownBy(() -> stranger.open(tenant, "0".repeat(64)))
          .isInstanceOf(MediaUnavailableException.class)
          .hasMessageContaining("greenroom.media.s3");
    }
    var gone = new S3Server();
    var settings = gone.settings();
    gone.stop();
    try (var away = new S3MediaStore(settings)) {
      assertThatThrownBy(() -> away.exists(tenant, "0".repeat(64)))
          .isInstanceOf(MediaUnavailableException.class)
          .hasMessageContaining("can't be reached");
    }
  }
}
