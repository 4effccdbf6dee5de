package social.greenroom.core.network;

import java.util.Arrays;
import java.util.Locale;

/** The networks that have an adapter. */
public enum Platform {
  LINKEDIN("LinkedIn"),
  X("X"),
  MASTODON("Mastodon");

  private final String displayName;

  Platform(String displayName) {
    this.displayName = displayName;
  }

  /** The network's name as people write it. */
  public String displayName() {
    return displayName;
  }

  /** The name in resources, the database and the API, for example {@code linkedin}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The platform of that wire name.
   *
   * @throws IllegalArgumentException naming the known platforms, if there is none
   */
  public static Platform of(String wireName) {
    for (var platform : values()) {
      if (platform.wireName().equals(wireName)) {
        return platform;
      }
    }
    throw new IllegalArgumentException(
        "Platform '%s' isn't known; use one of %s."
            .formatted(
                wireName,
                String.join(", ", Arrays.stream(values()).map(Platform::wireName).toList())));
  }
}
