package social.greenroom.core.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The addresses that share their first bits, as {@code 10.0.0.0/8} writes them.
 *
 * @param network an address of the range
 * @param bits how many leading bits are shared; 0 to 32, or to 128 for IPv6
 */
record AddressRange(InetAddress network, int bits) {
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  AddressRange {
    if (bits < 0 || bits > 8 * network.getAddress().length) {
      throw new IllegalArgumentException("/%d isn't the length of a prefix.".formatted(bits));
    }
  }

  /**
   * Reads a range, or an address alone; no name is looked up.
   *
   * @throws IllegalArgumentException for anything else
   */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    var network = literal(slash < 0 ? text : text.substring(0, slash));
    int all = 8 * network.getAddress().length;
    return new AddressRange(network, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
  }

  static boolean isLiteral(String text) {
    return DOTTED.matcher(text).matches() || text.indexOf(':') >= 0;
  }

  private static InetAddress literal(String text) {
    if (!isLiteral(text)) {
      throw new IllegalArgumentException("'%s' isn't an IP address.".formatted(text));
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'%s' isn't an IP address.".formatted(text), e);
    }
  }

  boolean contains(InetAddress address) {
    var ours = network.getAddress();
    var theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
