package social.greenroom.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.core.media.MediaUnavailableException;

class FileMediaStoreTest extends MediaStoreContract {
  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path root;
  private final UUID tenant = UUID.randomUUID();

  @Override
  protected MediaStore store(UUID tenantId) {
    return new FileMediaStore(root);
  }

  @AfterEach
  void nothingIsLeftOfWhatDidNotArrive() throws IOException {
    assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"));
  }

  @Test
  void eachContentHasOneFileInItsTenantsFolder() throws Exception {
    var store = store(tenant);
    store.put(tenant, bytes("hello"), 100);
    store.put(tenant, bytes("hello"), 100);

    assertThat(files())
        .containsExactly(root.resolve(tenant.toString()).resolve("2c").resolve(HELLO_SHA256));
  }

  @Test
  void aFolderThatIsntMountedIsNoMissingFile() {
    var away = new FileMediaStore(root.resolve("not-mounted"));

    assertThatThrownBy(() -> away.open(tenant, HELLO_SHA256))
        .isInstanceOf(MediaUnavailableException.class);
    assertThatThrownBy(() -> away.exists(tenant, HELLO_SHA256))
        .isInstanceOf(MediaUnavailableException.class);
    assertThatThrownBy(() -> store(tenant).open(tenant, HELLO_SHA256))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileThatCantBeLookedAtIsNoMissingFile() throws Exception {
    var file = root.resolve(tenant.toString()).resolve("2c").resolve(HELLO_SHA256);
    Files.createDirectories(file.getParent());
    // As a network file system whose server is away, this one says neither yes nor no.
    Files.createSymbolicLink(file, file);
    var store = store(tenant);

    assertThatThrownBy(() -> store.exists(tenant, HELLO_SHA256))
        .isInstanceOf(MediaUnavailableException.class);
    assertThatThrownBy(() -> store.open(tenant, HELLO_SHA256))
        .isInstanceOf(MediaUnavailableException.class);
    assertThatThrownBy(() -> store.put(tenant, bytes("hello"), 100))
        .isInstanceOf(MediaUnavailableException.class);
  }

  @Test
  void aFolderThatCantBeWrittenIsAway() throws Exception {
    Files.createFile(root.resolve(tenant.toString()));

    assertThatThrownBy(() -> store(tenant).put(tenant, bytes("hello"), 100))
        .isInstanceOf(MediaUnavailableException.class)
        .hasMessageNotContaining(root.toString());
  }

  @Test
  void whatWasLeftHalfWrittenADayAgoIsCleared() throws Exception {
    var incoming = Files.createDirectories(root.resolve(tenant.toString()).resolve("incoming"));
    var left = Files.writeString(incoming.resolve("media1.part"), "hel");
    var underWay = Files.writeString(incoming.resolve("media2.part"), "hel");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS)));

    store(tenant).put(tenant, bytes("hello"), 100);

    assertThat(left).doesNotExist();
    Files.delete(underWay);
  }

  @Test
  void whatIsRefusedLeavesNothing() throws Exception {
    var store = store(tenant);
    assertThatThrownBy(() -> store.put(tenant, bytes("hello"), 4))
        .isInstanceOf(MediaTooLargeException.class)
        .hasMessageContaining("4 bytes");
    var breaking =
        new SequenceInputStream(
            bytes("hello"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the sender went away");
              }
            });
    assertThatThrownBy(() -> store.put(tenant, breaking, 100)).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
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
