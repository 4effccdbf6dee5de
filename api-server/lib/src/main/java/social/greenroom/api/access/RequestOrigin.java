package social.greenroom.api.access;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser says a request comes from. A page of another site can make a browser send
 * requests here, but can't forge their Origin header (Fetch standard, section 3.2).
 */
final class RequestOrigin {
  private RequestOrigin() {}

  /** True when there is no Origin header or it names the host the request went to. */
  static boolean sameAs(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true;
    }
    if (host == null) {
      return false;
    }
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && normal(authority).equals(normal(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String normal(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
