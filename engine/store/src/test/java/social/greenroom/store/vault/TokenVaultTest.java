package social.greenroom.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.core.id.Ids;

class TokenVaultTest {
  private static final String SECRET = "tok-3f1c9e";
  private final UUID tenant = Ids.next();
  private final UUID account = Ids.next();
  private final DataKey key = DataKey.create();
  private final TokenVault vault = new TokenVault(tenant, key);

  @Test
  void opensWhatItSealed() {
    var sealed = vault.seal(account, SECRET);
    assertThat(vault.open(account, sealed)).isEqualTo(SECRET);
    assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain(SECRET);
    assertThat(sealed.toString()).doesNotContain(SECRET);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(vault.seal(account, SECRET)).isNotEqualTo(vault.seal(account, SECRET));
  }

  @Test
  void doesntOpenWhatWasMovedToAnotherAccount() {
    var sealed = vault.seal(account, SECRET);
    doesntOpen(vault, Ids.next(), sealed);
  }

  @Test
  void doesntOpenWhatWasMovedToAnotherTenantEvenWithTheSameKey() {
    var sealed = vault.seal(account, SECRET);
    doesntOpen(new TokenVault(Ids.next(), key), account, sealed);
  }

  @Test
  void doesntOpenWithAnotherKey() {
    doesntOpen(new TokenVault(tenant, DataKey.create()), account, vault.seal(account, SECRET));
  }

  @Test
  void doesntOpenWhatWasChanged() {
    var bytes = vault.seal(account, SECRET).bytes();
    bytes[bytes.length - 1] ^= 1;
    doesntOpen(vault, account, SealedSecret.of(bytes));
  }

  @Test
  void refusesAnEmptySecret() {
    assertThatThrownBy(() -> vault.seal(account, "  ")).isInstanceOf(VaultException.class);
  }

  @Test
  void aDataKeySurvivesItsWayThroughTheEnvironment() {
    var inJob = new TokenVault(tenant, DataKey.decode(key.encoded()));
    assertThat(inJob.open(account, vault.seal(account, SECRET))).isEqualTo(SECRET);
  }

  @Test
  void whatIsNoDataKeyIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> DataKey.decode("c2VjcmV0LWlzaA=="))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
    assertThatThrownBy(() -> DataKey.decode("no base64 at all!"))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("base64 at all");
  }

  private void doesntOpen(TokenVault by, UUID subject, SealedSecret sealed) {
    assertThatThrownBy(() -> by.open(subject, sealed))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining(SECRET);
  }
}
