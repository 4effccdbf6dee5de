package social.greenroom.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionTokenTest {
  private final SessionToken token = SessionToken.random();

  @Test
  void comesBackFromItsCookie() {
    var again = SessionToken.parse(token.value()).orElseThrow();

    assertThat(again.hash()).isEqualTo(token.hash()).hasSize(64);
    assertThat(again.csrfMatches(token.csrfToken())).isTrue();
  }

  @Test
  void holds256Bits() {
    assertThat(token.value()).hasSize(43).isNotEqualTo(SessionToken.random().value());
  }

  @Test
  void refusesAnotherSessionsCsrfToken() {
    assertThat(token.csrfMatches(SessionToken.random().csrfToken())).isFalse();
    assertThat(token.csrfMatches("")).isFalse();
    assertThat(token.csrfMatches(token.value())).isFalse();
  }

  @Test
  void isNotReadFromRubbish() {
    assertThat(SessionToken.parse("")).isEmpty();
    assertThat(SessionToken.parse("x".repeat(44))).isEmpty();
    assertThat(SessionToken.parse("'; drop table session; -- 1234567890123456")).isEmpty();
  }

  @Test
  void staysOutOfLogs() {
    assertThat(token.toString()).doesNotContain(token.value());
  }
}
