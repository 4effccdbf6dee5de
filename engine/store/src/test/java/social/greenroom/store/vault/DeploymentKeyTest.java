package social.greenroom.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.id.Ids;

class DeploymentKeyTest {
  @TempDir private Path folder;
  private final UUID tenant = Ids.next();

  @Test
  void isMadeOnceInAFileOfItsOwnersAlone() throws IOException {
    var file = folder.resolve("keys/deployment.key");
    var wrapped = DataKey.create().wrap(DeploymentKey.readOrCreate(file), tenant);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(DataKey.unwrap(wrapped, DeploymentKey.readOrCreate(file), tenant)).isNotNull();
  }

  @Test
  void mayBe32BytesRawOrInBase64() throws IOException {
    var bytes = new byte[32];
    bytes[7] = 42;
    var raw = Files.write(folder.resolve("raw.key"), bytes);
    var text =
        Files.writeString(
            folder.resolve("base64.key"), Base64.getEncoder().encodeToString(bytes) + "\n");
    var wrapped = DataKey.create().wrap(DeploymentKey.read(raw), tenant);
    assertThat(DataKey.unwrap(wrapped, DeploymentKey.read(text), tenant)).isNotNull();
  }

  @Test
  void anythingElseIsRefusedWithTheFilesName() throws IOException {
    for (var content : new String[] {"", "short", "{}", "{\"key\":[]}"}) {
      var file = Files.writeString(folder.resolve("bad.key"), content);
      assertThatThrownBy(() -> DeploymentKey.read(file))
          .as(content)
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("bad.key");
    }
    assertThatThrownBy(() -> DeploymentKey.read(folder.resolve("absent.key")))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void aDataKeyWrappedForOneTenantDoesntUnwrapForAnother() {
    var key = DeploymentKey.readOrCreate(folder.resolve("k"));
    var wrapped = DataKey.create().wrap(key, tenant);
    assertThatThrownBy(() -> DataKey.unwrap(wrapped, key, Ids.next()))
        .isInstanceOf(VaultException.class);
  }
}
