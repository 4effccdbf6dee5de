package social.greenroom.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  @Test
  void aPlainOneOfTheProxyIsKept() {
    assertThat(RequestId.of("0af7-42.b_c")).isEqualTo("0af7-42.b_c");
  }

  @Test
  void withoutOneItIsMade() {
    assertThat(RequestId.of(null)).hasSize(36).isNotEqualTo(RequestId.of(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "line\nbreak", "{\"json\":1}", "ä"})
  void whatCouldForgeALogLineIsNotKept(String sent) {
    assertThat(RequestId.of(sent)).hasSize(36).isNotEqualTo(sent);
  }
}
