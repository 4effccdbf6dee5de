package social.greenroom.core.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the list of what may be called: {@code mcp.tools.svc}, {@code 10.1.2.3}, {@code
 * 10.1.0.0/16}, {@code fd00::/8}, each but a range with a port behind it if only that one is meant
 * ({@code 127.0.0.1:8085}, {@code [::1]:8085}).
 *
 * @param host a name; null where the entry is a range
 * @param range null where the entry is a name
 * @param port null for all
 */
record AllowedTarget(@Nullable String host, @Nullable AddressRange range, @Nullable Integer port) {
  private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-f:.]+)](?::(\\d{1,5}))?");
  private static final Pattern WITH_PORT = Pattern.compile("([^:/]+):(\\d{1,5})");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?");

  /**
   * Reads an entry.
   *
   * @throws IllegalArgumentException with a sentence that shows it
   */
  static AllowedTarget parse(String entry) {
    var text = entry.toLowerCase(Locale.ROOT);
    for (var pattern : List.of(BRACKETED, WITH_PORT)) {
      var match = pattern.matcher(text);
      if (match.matches()) {
        return of(
            match.group(1), match.group(2) == null ? null : port(match.group(2), entry), entry);
      }
    }
    return of(text, null, entry);
  }

  private static AllowedTarget of(String target, @Nullable Integer port, String entry) {
    try {
      if (AddressRange.isLiteral(target) || target.indexOf('/') >= 0) {
        return new AllowedTarget(null, AddressRange.parse(target), port);
      }
    } catch (IllegalArgumentException e) {
      throw misfit(entry);
    }
    if (!NAME.matcher(target).matches()) {
      throw misfit(entry);
    }
    return new AllowedTarget(target, null, port);
  }

  private static int port(String text, String entry) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw misfit(entry);
    }
    return port;
  }

  private static IllegalArgumentException misfit(String entry) {
    return new IllegalArgumentException(
        "'%s' isn't a host, an address or a range such as 10.1.0.0/16, with or without :port."
            .formatted(entry));
  }

  /**
   * True when the entry allows the address to which {@code name} leads.
   *
   * @param proven whether the other side has to prove the name. Where it hasn't, a range is no
   *     reason to believe a name, which may lead elsewhere a moment later: only the address itself
   *     may be called.
   */
  boolean allows(String name, InetAddress address, int calledPort, boolean proven) {
    if (port != null && port != calledPort) {
      return false;
    }
    if (host != null) {
      return host.equals(name);
    }
    return range != null
        && range.contains(address)
        && (proven || AddressRange.isLiteral(unbracketed(name)));
  }

  private static String unbracketed(String name) {
    return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
  }

  /** The port that a call to the address goes to. */
  static int portOf(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }
}
