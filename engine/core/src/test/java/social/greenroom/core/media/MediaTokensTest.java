package social.greenroom.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.5Z");
  private static final Instant LATER = Instant.parse("2026-11-21T13:00:00Z");
  private static final UUID TENANT = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID REQUEST = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final String KEY = key(1);

  private final MediaTokens tokens = MediaTokens.of(KEY);

  @Test
  void whatWasSignedIsReadBack() {
    for (var grant :
        new MediaGrant[] {
          MediaGrant.read(TENANT, LATER),
          MediaGrant.write(TENANT, LATER),
          MediaGrant.render(TENANT, REQUEST, LATER)
        }) {
      assertThat(tokens.read(tokens.sign(grant), NOW)).contains(grant);
    }
  }

  @Test
  void itIsWorthNothingFromItsExpiryOn() {
    var token = tokens.sign(MediaGrant.read(TENANT, LATER));

    assertThat(tokens.read(token, LATER.minusNanos(1))).isPresent();
    assertThat(tokens.read(token, LATER)).isEmpty();
  }

  @Test
  void noOtherTextPassesForIt() {
    var token = tokens.sign(MediaGrant.render(TENANT, REQUEST, LATER));

    for (int at = 0; at < token.length(); at++) {
      var altered = new StringBuilder(token);
      altered.setCharAt(at, token.charAt(at) == '0' ? '1' : '0');
      // The last character of 43 carries four bits: two texts may mean the same bytes.
      if (at < token.length() - 1) {
        assertThat(tokens.read(altered.toString(), NOW)).as("altered at %d", at).isEmpty();
      }
    }
    assertThat(tokens.read(token + "A", NOW)).isEmpty();
    assertThat(tokens.read(token.replace("render", "write"), NOW)).isEmpty();
    assertThat(tokens.read("", NOW)).isEmpty();
    assertThat(tokens.read(token.substring(0, token.lastIndexOf('.') + 1), NOW)).isEmpty();
  }

  @Test
  void anotherKeysTokensAreRefusedUnlessThatKeyIsBeingReplaced() {
    var token = tokens.sign(MediaGrant.read(TENANT, LATER));

    assertThat(MediaTokens.of(key(2)).read(token, NOW)).isEmpty();
    var both = MediaTokens.of(key(2) + ", " + KEY);
    assertThat(both.read(token, NOW)).isPresent();
    assertThat(tokens.read(both.sign(MediaGrant.read(TENANT, LATER)), NOW)).isEmpty();
  }

  @Test
  void aShortKeyIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> MediaTokens.of("c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 32 random bytes")
        .hasMessageNotContaining("c2hvcnQ=");
    assertThat(tokens.toString()).doesNotContain(KEY);
  }

  @Test
  void eachScopeReachesItsOwn() {
    assertThat(MediaGrant.read(TENANT, LATER).mayWrite()).isFalse();
    assertThat(MediaGrant.write(TENANT, LATER).mayRead()).isTrue();
    assertThat(MediaGrant.write(TENANT, LATER).mayRender(REQUEST)).isFalse();
    var render = MediaGrant.render(TENANT, REQUEST, LATER);
    assertThat(render.mayRead()).isFalse();
    assertThat(render.mayRender(REQUEST)).isTrue();
    assertThat(render.mayRender(TENANT)).isFalse();
  }

  private static String key(int filler) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) filler);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
