package social.greenroom.core.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that aren't on the public Internet, or not for services there: the IANA's special
 * purpose registries for IPv4 and IPv6 (RFC 6890), and one address at which a cloud keeps its own
 * service. An IPv6 address that carries an IPv4 address is what that one is.
 */
final class ReservedAddresses {
  private static final String RESERVED = "a reserved address";

  /**
   * @param kind as a sentence says it
   */
  private record Reserved(AddressRange range, String kind) {
    static Reserved of(String range, String kind) {
      return new Reserved(AddressRange.parse(range), kind);
    }
  }

  /**
   * IPv6 with an IPv4 address inside.
   *
   * @param offset of its first byte
   */
  private record Carrier(AddressRange range, int offset) {
    static Carrier of(String range, int offset) {
      return new Carrier(AddressRange.parse(range), offset);
    }
  }

  private static final AddressRange PUBLIC_IPV6 = AddressRange.parse("2000::/3");

  /** Translated (RFC 6052), 6to4 (RFC 3056). The JDK itself unpacks IPv4-mapped addresses. */
  private static final List<Carrier> CARRIERS =
      List.of(Carrier.of("64:ff9b::/96", 12), Carrier.of("2002::/16", 2));

  private static final List<Reserved> RANGES =
      List.of(
          Reserved.of("0.0.0.0/8", "an unspecified address"),
          Reserved.of("10.0.0.0/8", "a private address"),
          Reserved.of("100.64.0.0/10", "a provider's private address"),
          Reserved.of("127.0.0.0/8", "a loopback address"),
          // Azure's metadata and DNS, within a public range.
          Reserved.of("168.63.129.16/32", "a cloud's own service"),
          // The other clouds' metadata, 169.254.169.254, among them.
          Reserved.of("169.254.0.0/16", "a link-local address"),
          Reserved.of("172.16.0.0/12", "a private address"),
          Reserved.of("192.0.0.0/24", RESERVED),
          Reserved.of("192.0.2.0/24", "an address for documentation"),
          Reserved.of("192.88.99.0/24", RESERVED),
          Reserved.of("192.168.0.0/16", "a private address"),
          Reserved.of("198.18.0.0/15", "an address for benchmarks"),
          Reserved.of("198.51.100.0/24", "an address for documentation"),
          Reserved.of("203.0.113.0/24", "an address for documentation"),
          Reserved.of("224.0.0.0/4", "a multicast address"),
          Reserved.of("240.0.0.0/4", RESERVED),
          Reserved.of("::/128", "an unspecified address"),
          Reserved.of("::1/128", "a loopback address"),
          Reserved.of("fc00::/7", "a private address"),
          Reserved.of("fe80::/10", "a link-local address"),
          Reserved.of("ff00::/8", "a multicast address"),
          // Teredo and benchmarks among them.
          Reserved.of("2001::/23", RESERVED),
          Reserved.of("2001:db8::/32", "an address for documentation"),
          Reserved.of("3fff::/20", "an address for documentation"));

  private ReservedAddresses() {}

  /** What sort of reserved address it is, such as "a private address"; empty for a public one. */
  static Optional<String> kind(InetAddress address) {
    for (var carrier : CARRIERS) {
      if (carrier.range().contains(address)) {
        return kind(carried(address, carrier.offset()));
      }
    }
    var named =
        RANGES.stream()
            .filter(reserved -> reserved.range().contains(address))
            .map(Reserved::kind)
            .findFirst();
    var other = !(address instanceof Inet4Address) && !PUBLIC_IPV6.contains(address);
    return named.or(() -> other ? Optional.of(RESERVED) : Optional.empty());
  }

  private static InetAddress carried(InetAddress address, int offset) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an IPv4 address.", e);
    }
  }
}
