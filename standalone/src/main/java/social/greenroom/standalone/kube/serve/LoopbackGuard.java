package social.greenroom.standalone.kube.serve;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps web pages out: whoever rebinds a name of theirs to this machine sends that name as Host,
 * and a page of another origin sends its Origin. There are no credentials here, so nothing else
 * would.
 */
final class LoopbackGuard {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private LoopbackGuard() {}

  /** Why a request is refused; empty when it isn't. */
  static Optional<String> refusal(String host, String origin) {
    if (!LOOPBACK.contains(hostName(host))) {
      return Optional.of(
          "The Host header \""
              + host
              + "\" is refused: this Kubernetes API is for programs on this machine; ask it as"
              + " 127.0.0.1 or localhost.");
    }
    if (!origin.isEmpty() && !sameOrigin(host, origin)) {
      return Optional.of(
          "The Origin \"" + origin + "\" is refused: web pages may not use this Kubernetes API.");
    }
    return Optional.empty();
  }

  private static String hostName(String host) {
    int port = host.lastIndexOf(':');
    return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
  }

  /** Kubernetes clients name the API's own address as the origin of a web socket. */
  private static boolean sameOrigin(String host, String origin) {
    try {
      URI uri = new URI(origin);
      return host.equals(uri.getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
