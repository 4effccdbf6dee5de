package social.greenroom.core.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The ends of a bare name that make it a link on X. A generic one makes any name a link; of a
 * country's, only a name with a further part or a path, but {@code .co} and {@code .tv} do without.
 * The generic ones stand for the usual few hundred of over a thousand: a bare name under a rarer
 * one counts as it is written.
 */
final class TopLevelDomains {
  private static final Set<String> GENERIC = generic();
  private static final Set<String> COUNTRY = countries();
  private static final Set<String> SHORT_NAMES = Set.of("co", "tv");

  private TopLevelDomains() {}

  /** Whether X makes a link of that bare host name. */
  static boolean links(String host, boolean hasPath) {
    var end = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (GENERIC.contains(end) || SHORT_NAMES.contains(end)) {
      return true;
    }
    return COUNTRY.contains(end) && (hasPath || host.indexOf('.') != host.lastIndexOf('.'));
  }

  private static Set<String> countries() {
    var countries = new HashSet<>(Set.of("uk", "eu", "su", "ac"));
    for (var country : Locale.getISOCountries()) {
      countries.add(country.toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(countries);
  }

  private static Set<String> generic() {
    try (var in = TopLevelDomains.class.getResourceAsStream("generic-top-level-domains.txt")) {
      var list = Objects.requireNonNull(in, "The list of top-level domains isn't in the jar.");
      return Set.copyOf(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
