package social.greenroom.core.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressHostTest {
  @ParameterizedTest
  @CsvSource({
    "https://mastodon.example, mastodon.example",
    "https://Mastodon.Example:8443/api?x=1, mastodon.example",
    "https://mastodon.example@evil.example/, evil.example",
    "https://evil.example/mastodon.example, evil.example",
    "https://evil.example#@mastodon.example, evil.example",
    "http://[::1]:8090/mastodon, [::1]",
    "http://127.0.0.1:8090, 127.0.0.1",
  })
  void isWhereARequestWouldGo(String address, String host) {
    assertThat(AddressHost.of(address)).contains(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mastodon.example", "https://", "https:///x", "https://a b/", "://"})
  void whatLeadsNowhereHasNone(String address) {
    assertThat(AddressHost.of(address)).isEmpty();
  }

  @Test
  void noAddressHasNone() {
    assertThat(AddressHost.of(null)).isEmpty();
  }
}
