package social.greenroom.core.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://127.0.0.1/           | a loopback address
          https://localhost/           | a loopback address
          https://[::1]/               | a loopback address
          https://10.1.2.3/            | a private address
          https://172.31.255.255/      | a private address
          https://192.168.0.1/         | a private address
          https://[fd00:ec2::254]/     | a private address
          https://100.100.100.200/     | a provider's private address
          https://169.254.169.254/     | a link-local address
          https://[fe80::1]/           | a link-local address
          https://168.63.129.16/       | a cloud's own service
          https://224.0.0.251/         | a multicast address
          https://[ff02::1]/           | a multicast address
          https://0.0.0.0/             | an unspecified address
          https://[::]/                | an unspecified address
          https://198.18.0.1/          | an address for benchmarks
          https://203.0.113.9/         | an address for documentation
          https://[2001:db8::1]/       | an address for documentation
          https://255.255.255.255/     | a reserved address
          https://[::ffff:10.0.0.1]/   | a private address
          https://[64:ff9b::a00:1]/    | a private address
          https://[2002:7f00:1::]/     | a loopback address
          https://2130706433/          | a loopback address
          """)
  void saysWhatIsWrongWithAnAddress(URI address, String kind) {
    assertThatThrownBy(() -> EgressPolicy.PUBLIC_ONLY.demand(address))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageContaining("leads to " + kind)
        .hasMessageContaining("greenroom.egress.allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "[2606:4700:4700::1111]",
        "[64:ff9b::808:808]",
        "[2002:808:808::1]",
      })
  void aPublicAddressIsCalledOverHttps(String host) {
    assertThatCode(() -> EgressPolicy.PUBLIC_ONLY.demand(URI.create("https://" + host + "/")))
        .doesNotThrowAnyException();
  }

  @Test
  void plainHttpIsOnlyForWhatIsListed() throws IOException {
    var plain = URI.create("http://1.1.1.1/x");
    assertThatThrownBy(() -> EgressPolicy.PUBLIC_ONLY.demand(plain))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageContaining("give an https address")
        .hasMessageContaining("allow 1.1.1.1:80");
    EgressPolicy.allowing("1.1.1.1:80").demand(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://1.1.1.1/",
        "file:///etc/passwd",
        "mailto:nora@example.com",
        "/a",
        "https:/a"
      })
  void otherSchemesAndHalfAddressesAreRefused(URI address) {
    assertThatThrownBy(() -> EgressPolicy.allowing("0.0.0.0/0").demand(address))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageContaining("http or https address");
  }

  @Test
  void oneBadAddressAmongSeveralIsEnough() {
    var policy = resolving("", "1.1.1.1", "10.0.0.1");
    assertThatThrownBy(() -> policy.demand(URI.create("https://both.example/")))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageContaining("both.example leads to a private address");
  }

  @Test
  void nothingOfTheAddressButItsHostIsTold() {
    var address = URI.create("https://user:hunter2@10.0.0.1:8443/path?token=hunter3#hunter4");
    assertThatThrownBy(() -> EgressPolicy.PUBLIC_ONLY.demand(address))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageContaining("10.0.0.1:8443")
        .hasMessageNotContainingAny("hunter", "user", "path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1/32               | http://127.0.0.1:8085/
          127.0.0.1:8085             | http://127.0.0.1:8085/
          127.0.0.1:8085             | http://[::ffff:127.0.0.1]:8085/
          [::1]:8085                 | http://[::1]:8085/
          ::1                        | https://[::1]/
          fd00::/8                   | http://[fd12::7]/
          10.0.0.0/8, Tools.svc:8080 | http://tools.SVC.:8080/mcp
          tools.svc                  | https://tools.svc/mcp
          10.0.0.0/8                 | https://tools.svc/mcp
          10.0.0.0/8                 | http://10.9.9.9/mcp
          """)
  void whatIsListedIsCalled(String list, URI address) {
    assertThatCode(() -> resolving(list, "10.9.9.9").demand(address)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1:8085 | http://127.0.0.1:8086/
          127.0.0.1:8085 | http://127.0.0.2:8085/
          tools.svc:80   | https://tools.svc/
          tools.svc      | http://a.tools.svc/
          10.8.0.0/16    | https://tools.svc/
          10.0.0.0/8     | http://tools.svc/
          """)
  void whatIsBesideTheListIsNot(String list, URI address) {
    assertThatThrownBy(() -> resolving(list, "10.9.9.9").demand(address))
        .isInstanceOf(EgressRefusedException.class);
  }

  @Test
  void aNameWithoutAnAddressIsNotARefusal() {
    var policy =
        new EgressPolicy(
            EgressPolicy.entries(""),
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> policy.demand(URI.create("https://gone.example/")))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0.300",
        "http://a",
        "a b",
        "a:0",
        "a:65536",
        "::1/129"
      })
  void anEntryThatCantBeReadIsShown(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EgressPolicy.allowing("1.1.1.1, " + entry))
        .withMessageContaining("'" + entry + "' isn't a host");
  }

  @Test
  void anEmptyListAllowsNothing() {
    assertThat(EgressPolicy.entries(" , ")).isEmpty();
  }

  /** Names lead to these addresses; literals to themselves. */
  private static EgressPolicy resolving(String list, String... addresses) {
    return new EgressPolicy(
        EgressPolicy.entries(list),
        host ->
            AddressRange.isLiteral(host)
                ? InetAddress.getAllByName(host)
                : Arrays.stream(addresses)
                    .map(address -> AddressRange.parse(address).network())
                    .toArray(InetAddress[]::new));
  }
}
