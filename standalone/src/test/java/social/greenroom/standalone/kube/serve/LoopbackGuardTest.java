package social.greenroom.standalone.kube.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackGuardTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8001,''",
    "localhost,''",
    "localhost:8001,''",
    "[::1]:8001,''",
    "127.0.0.1:8001,http://127.0.0.1:8001"
  })
  void programs_on_this_machine_come_in(String host, String origin) {
    assertThat(LoopbackGuard.refusal(host, origin)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example,''",
    "evil.example:8001,''",
    "127.0.0.1.evil.example,''",
    "'',''",
    "127.0.0.1:8001,http://evil.example",
    "127.0.0.1:8001,http://127.0.0.1:8080",
    "127.0.0.1:8001,null"
  })
  void web_pages_and_rebound_names_stay_out(String host, String origin) {
    assertThat(LoopbackGuard.refusal(host, origin)).get().asString().contains("refused");
  }
}
