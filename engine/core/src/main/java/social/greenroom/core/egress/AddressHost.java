package social.greenroom.core.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The host that an address leads to, in small letters; neither port nor path belong to it. */
public final class AddressHost {
  private AddressHost() {}

  /** Empty for what is no address with a host. */
  public static Optional<String> of(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new URI(address).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
