package social.greenroom.core.egress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No address inside a refused range is called, however it is written. */
class RefusedAddressesPropertyTest {
  private static final List<String> IPV4 =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "168.63.129.16/32");

  private static final List<String> IPV6 =
      List.of(
          "::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/32",
          "2001:2::/48",
          "2001:db8::/32",
          "3fff::/20",
          "5f00::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  @Property(tries = 3000)
  void anIpv4AddressInAnyNotation(
      @ForAll("ipv4") byte[] address, @ForAll("notation") int notation) {
    refused(written(address, notation));
  }

  @Property(tries = 3000)
  void anIpv6Address(@ForAll("ipv6") byte[] address) throws UnknownHostException {
    refused("[" + InetAddress.getByAddress(address).getHostAddress() + "]");
  }

  @Provide
  Arbitrary<byte[]> ipv4() {
    return inside(IPV4, 4);
  }

  @Provide
  Arbitrary<byte[]> ipv6() {
    return inside(IPV6, 16);
  }

  @Provide
  Arbitrary<Integer> notation() {
    return Arbitraries.integers().between(0, 8);
  }

  /** An address whose leading bits are a range's and whose others are anything. */
  private static Arbitrary<byte[]> inside(List<String> ranges, int length) {
    var rest = Arbitraries.bytes().array(byte[].class).ofSize(length);
    return Combinators.combine(Arbitraries.of(ranges), rest).as(RefusedAddressesPropertyTest::fill);
  }

  private static byte[] fill(String range, byte[] rest) {
    try {
      var slash = range.indexOf('/');
      int bits = Integer.parseInt(range.substring(slash + 1));
      var filled = InetAddress.getByName(range.substring(0, slash)).getAddress();
      for (int bit = bits; bit < 8 * filled.length; bit++) {
        filled[bit / 8] |= (byte) (rest[bit / 8] & (0x80 >> (bit % 8)));
      }
      return filled;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String written(byte[] address, int notation) {
    var b = IntStream.range(0, 4).map(i -> Byte.toUnsignedInt(address[i])).boxed().toList();
    int high = b.get(0) << 8 | b.get(1);
    int low = b.get(2) << 8 | b.get(3);
    return switch (notation) {
      case 0 -> "%d.%d.%d.%d".formatted(b.toArray());
      case 1 -> "%d.%d.%d".formatted(b.get(0), b.get(1), low);
      case 2 -> "%d.%d".formatted(b.get(0), b.get(1) << 16 | low);
      case 3 -> Long.toString(Integer.toUnsignedLong(high << 16 | low));
      case 4 -> "[::ffff:%d.%d.%d.%d]".formatted(b.toArray());
      case 5 -> "[0:0:0:0:0:FFFF:%X:%X]".formatted(high, low);
      case 6 -> "[64:ff9b::%x:%x]".formatted(high, low);
      case 7 -> "[2002:%x:%x::1]".formatted(high, low);
      default -> "[::%x:%x]".formatted(high, low);
    };
  }

  private static void refused(String host) {
    assertThatThrownBy(() -> EgressPolicy.PUBLIC_ONLY.demand(URI.create("https://" + host + "/x")))
        .as(host)
        .isInstanceOf(EgressRefusedException.class);
  }
}
