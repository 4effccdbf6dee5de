package social.greenroom.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.media.MediaStore.StoredMedia;
import social.greenroom.core.media.MediaTooLargeException;

class FileMediaStoreTest {
  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path root;
  private final UUID tenant = UUID.randomUUID();

  @Test
  void findsWhatWasPutUnderItsHash() throws Exception {
    var store = new FileMediaStore(root);
    var stored = store.put(tenant, bytes("hello"), 100);

    assertThat(stored).isEqualTo(new StoredMedia(HELLO_SHA256, 5));
    assertThat(store.exists(tenant, HELLO_SHA256)).isTrue();
    assertThat(store.file(tenant, HELLO_SHA256)).hasContent("hello");
    try (var in = store.open(tenant, HELLO_SHA256)) {
      assertThat(in).hasContent("hello");
    }
  }

  @Test
  void anotherTenantDoesNotFindIt() throws Exception {
    var store = new FileMediaStore(root);
    store.put(tenant, bytes("hello"), 100);

    var other = UUID.randomUUID();
    assertThat(store.exists(other, HELLO_SHA256)).isFalse();
    assertThatThrownBy(() -> store.open(other, HELLO_SHA256))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void putTwiceAtOnceKeepsOneWholeFile() throws Exception {
    var store = new FileMediaStore(root);
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<StoredMedia> put = () -> store.put(tenant, bytes("hello"), 100);
      for (var done : threads.invokeAll(Stream.generate(() -> put).limit(40).toList())) {
        assertThat(done.get().sha256()).isEqualTo(HELLO_SHA256);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(files()).containsExactly(store.file(tenant, HELLO_SHA256));
  }

  @Test
  void tooManyBytesAreRefusedAndLeaveNothing() throws Exception {
    var store = new FileMediaStore(root);
    assertThatThrownBy(() -> store.put(tenant, bytes("hello"), 4))
        .isInstanceOf(MediaTooLargeException.class)
        .hasMessageContaining("4 bytes");
    assertThat(files()).isEmpty();
  }

  @Test
  void aStreamThatBreaksLeavesNothing() throws Exception {
    var breaking =
        new InputStream() {
          private int left = 10;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the sender went away");
            }
            return 'x';
          }
        };
    var store = new FileMediaStore(root);
    assertThatThrownBy(() -> store.put(tenant, breaking, 100)).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aNameThatIsNoHashNeverBecomesAPath() {
    var store = new FileMediaStore(root);
    for (var name : new String[] {"../../etc/passwd", "", "2CF24D", HELLO_SHA256 + "/.."}) {
      assertThatThrownBy(() -> store.exists(tenant, name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
