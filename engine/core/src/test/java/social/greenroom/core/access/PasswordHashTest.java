package social.greenroom.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  @Test
  void knowsItsPasswordAfterBeingStored() {
    var stored = PasswordHash.parse(PasswordHash.of("correct horse").text());

    assertThat(stored.matches("correct horse")).isTrue();
    assertThat(stored.matches("correct horsf")).isFalse();
    assertThat(stored.matches("")).isFalse();
    assertThat(stored.outdated()).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(PasswordHash.of("same").text()).isNotEqualTo(PasswordHash.of("same").text());
  }

  /** PBKDF2-HMAC-SHA-256 with password "password", salt "salt", 4096 rounds (RFC 7914 style). */
  @Test
  void agreesWithAPublishedVector() {
    var vector =
        PasswordHash.parse(
            "$pbkdf2-sha256$i=4096$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o");

    assertThat(vector.matches("password")).isTrue();
    assertThat(vector.outdated()).isTrue();
  }

  @Test
  void refusesWhatIsNoHashWithoutRepeatingIt() {
    assertThatThrownBy(() -> PasswordHash.parse("hunter2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void keepsItsHashOutOfLogs() {
    var hash = PasswordHash.of("secret");

    assertThat(hash.toString()).doesNotContain(hash.text().substring(25));
  }
}
