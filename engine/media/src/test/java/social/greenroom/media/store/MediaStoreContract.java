package social.greenroom.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaStore.StoredMedia;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.media.Pictures;

/** What every media store does, wherever it keeps the bytes. */
public abstract class MediaStoreContract {
  private final byte[] picture = Pictures.encode(Pictures.quarters(40, 30), "png");
  private final String sha256 = sha256(picture);
  private final UUID tenant = UUID.randomUUID();

  /** The store, as it is reached for that tenant. */
  protected abstract MediaStore store(UUID tenantId);

  @Test
  protected void whatWasPutIsFoundUnderItsHash() throws Exception {
    var store = store(tenant);
    assertThat(store.exists(tenant, sha256)).isFalse();

    assertThat(store.put(tenant, content(), 100_000))
        .isEqualTo(new StoredMedia(sha256, picture.length));

    assertThat(store.exists(tenant, sha256)).isTrue();
    assertThat(store.file(tenant, sha256)).hasBinaryContent(picture);
    try (var in = store.open(tenant, sha256)) {
      assertThat(in).hasBinaryContent(picture);
    }
  }

  @Test
  protected void whatIsNotThereIsSaidSo() {
    var store = store(tenant);
    assertThatThrownBy(() -> store.open(tenant, sha256)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.file(tenant, sha256)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  protected void anotherTenantDoesNotFindIt() throws Exception {
    store(tenant).put(tenant, content(), 100_000);

    var other = UUID.randomUUID();
    assertThat(store(other).exists(other, sha256)).isFalse();
    assertThatThrownBy(() -> store(other).open(other, sha256))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  protected void puttingItAgainAndAtOnceChangesNothing() throws Exception {
    var store = store(tenant);
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<StoredMedia> put = () -> store.put(tenant, content(), 100_000);
      for (var done : threads.invokeAll(Stream.generate(() -> put).limit(20).toList())) {
        assertThat(done.get().sha256()).isEqualTo(sha256);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(store.file(tenant, sha256)).hasBinaryContent(picture);
  }

  @Test
  protected void tooManyBytesAreRefused() {
    var store = store(tenant);
    assertThatThrownBy(() -> store.put(tenant, content(), picture.length - 1))
        .isInstanceOf(MediaTooLargeException.class);
    assertThat(store.exists(tenant, sha256)).isFalse();
  }

  @Test
  protected void aStreamThatBreaksIsNotKept() {
    var breaking =
        new InputStream() {
          private int at;

          @Override
          public int read() throws IOException {
            if (at == picture.length) {
              throw new IOException("the sender went away");
            }
            return Byte.toUnsignedInt(picture[at++]);
          }
        };
    var store = store(tenant);
    assertThatThrownBy(() -> store.put(tenant, breaking, 100_000)).isInstanceOf(IOException.class);
    assertThat(store.exists(tenant, sha256)).isFalse();
  }

  @Test
  protected void aNameThatIsNoHashIsRefused() {
    var store = store(tenant);
    for (var name : new String[] {"../../etc/passwd", "", "2CF24D", sha256 + "/.."}) {
      assertThatThrownBy(() -> store.exists(tenant, name))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> store.open(tenant, name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private InputStream content() {
    return new ByteArrayInputStream(picture);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
