package social.greenroom.worker.generate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import social.greenroom.core.network.Platform;

/** A link with the UTM parameters by which its owner's statistics tell where a visit came from. */
final class TaggedLink {
  private TaggedLink() {}

  /** The link with source, medium and campaign; those it already has are left as they are. */
  static String of(String link, Platform platform, String campaign) {
    var hash = link.indexOf('#');
    var address = hash < 0 ? link : link.substring(0, hash);
    var fragment = hash < 0 ? "" : link.substring(hash);
    var tagged = new StringBuilder(address);
    tags(platform, campaign)
        .forEach(
            (name, value) -> {
              if (!has(address, name)) {
                tagged.append(tagged.indexOf("?") < 0 ? '?' : '&');
                tagged.append(name).append('=').append(encoded(value));
              }
            });
    return tagged + fragment;
  }

  private static Map<String, String> tags(Platform platform, String campaign) {
    var tags = new LinkedHashMap<String, String>();
    tags.put("utm_source", platform.wireName());
    tags.put("utm_medium", "social");
    tags.put("utm_campaign", campaign);
    return tags;
  }

  private static boolean has(String address, String name) {
    return address.contains("?" + name + "=") || address.contains("&" + name + "=");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
