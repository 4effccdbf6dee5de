package social.greenroom.sandbox.call;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the sandbox plays. */
public enum Network {
  LINKEDIN,
  X,
  MASTODON,
  MODEL;

  /** The name used in URLs, in JSON and by the tests. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The network of that name, in any case; {@code twitter} is understood too. */
  public static Optional<Network> named(String name) {
    var wanted = name.equalsIgnoreCase("twitter") ? "x" : name;
    return Stream.of(values()).filter(n -> n.key().equalsIgnoreCase(wanted)).findFirst();
  }
}
