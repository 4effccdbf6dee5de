package social.greenroom.core.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which of the addresses that people give may be called: public ones over https, and what the
 * deployment lists. Whatever notation an address has, its bytes are judged, as the connection would
 * use them.
 */
public final class EgressPolicy {
  /** Public addresses over https only. */
  public static final EgressPolicy PUBLIC_ONLY = allowing("");

  /** How a name becomes addresses; the platform's way but for tests. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final List<AllowedTarget> allowed;
  private final Resolver resolver;

  EgressPolicy(List<AllowedTarget> allowed, Resolver resolver) {
    this.allowed = List.copyOf(allowed);
    this.resolver = resolver;
  }

  /**
   * Allows what the list names besides.
   *
   * @param list hosts, addresses and ranges, each with a port if only that one is meant, with
   *     commas between: {@code 10.1.0.0/16, mcp.tools.svc:8080}; may be empty
   * @throws IllegalArgumentException with a sentence that shows the entry that can't be read
   */
  public static EgressPolicy allowing(String list) {
    return new EgressPolicy(entries(list), InetAddress::getAllByName);
  }

  static List<AllowedTarget> entries(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(AllowedTarget::parse)
        .toList();
  }

  /**
   * Stops the caller for an address that may not be called. Where a name has several addresses, one
   * that may not be called is enough.
   *
   * @throws EgressRefusedException with a sentence
   * @throws UnknownHostException when the name has no address now
   */
  public void demand(URI address) throws EgressRefusedException, UnknownHostException {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new EgressRefusedException(
          "it isn't an http or https address with a host; give one such as https://example.com.");
    }
    var name = name(address.getHost());
    int port = AllowedTarget.portOf(address);
    for (var resolved : resolver.resolve(address.getHost())) {
      if (allowed.stream()
          .noneMatch(entry -> entry.allows(name, resolved, port, scheme.equals("https")))) {
        demandPublic(name, port, resolved, scheme);
      }
    }
  }

  private static void demandPublic(String name, int port, InetAddress resolved, String scheme)
      throws EgressRefusedException {
    var kind = ReservedAddresses.kind(resolved);
    if (kind.isPresent()) {
      throw refused(
          "the host %s leads to %s; give a public one".formatted(name, kind.get()), name, port);
    }
    // Only a certificate proves that the one who answers is the one whose name was looked up here.
    if (scheme.equals("http")) {
      throw refused(
          "the host %s is named with http; give an https address".formatted(name), name, port);
    }
  }

  private static EgressRefusedException refused(String why, String name, int port) {
    return new EgressRefusedException(
        "%s, or let whoever runs Greenroom allow %s:%d (greenroom.egress.allow)."
            .formatted(why, name, port));
  }

  private static String name(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
