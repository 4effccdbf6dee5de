package social.greenroom.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, 127.0.0.1:8080",
    "https://greenroom.example, greenroom.example",
    "https://greenroom.example, greenroom.example:443",
    "https://Greenroom.Example, greenroom.example"
  })
  void ourOwnPageIsTheSame(String origin, String host) {
    assertThat(RequestOrigin.sameAs(origin, host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://greenroom.example.evil.example",
        "https://greenroom.example:8443",
        "null",
        "",
        "::",
        "https://user@greenroom.example"
      })
  void anotherSitesPageIsNot(String origin) {
    assertThat(RequestOrigin.sameAs(origin, "greenroom.example")).isFalse();
  }

  @Test
  void aProgramSendsNoOrigin() {
    assertThat(RequestOrigin.sameAs(null, "greenroom.example")).isTrue();
  }
}
