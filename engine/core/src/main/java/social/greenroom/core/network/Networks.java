package social.greenroom.core.network;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The networks' profiles: one row each, from the networks' own documents. */
public final class Networks {
  private static final Map<Platform, NetworkProfile> PROFILES = profiles();

  private Networks() {}

  /** The profile of that network. */
  public static NetworkProfile of(Platform platform) {
    return Objects.requireNonNull(PROFILES.get(platform));
  }

  private static Map<Platform, NetworkProfile> profiles() {
    var profiles = new EnumMap<Platform, NetworkProfile>(Platform.class);
    for (var profile : Set.of(linkedIn(), x(), mastodon())) {
      profiles.put(profile.platform(), profile);
    }
    return profiles;
  }

  // Composio's tools can neither list a member's posts nor set alternative text.
  private static NetworkProfile linkedIn() {
    return new NetworkProfile(
        Platform.LINKEDIN,
        new TextLimit(3000, TextUnit.CHARS, 0),
        1250,
        1,
        new ImageLimits(
            20,
            5_000_000,
            Set.of("image/jpeg", "image/png", "image/gif"),
            4086,
            new ImageSize(1200, 627)),
        new Conventions(
            "professional, with industry framing",
            "up to 1300 characters",
            "3-5 at the end",
            "in the text",
            "a question or an invitation"),
        Map.of(
            Channel.MCP,
            new ChannelProfile(
                EnumSet.of(
                    Capability.PUBLISH_TEXT,
                    Capability.PUBLISH_LINK,
                    Capability.PUBLISH_PHOTO,
                    Capability.FIRST_COMMENT,
                    Capability.DELETE,
                    Capability.HEALTH_CHECK),
                Map.of(
                    Operation.PUBLISH, RetryClass.NEVER,
                    Operation.COMMENT, RetryClass.NEVER,
                    Operation.UPLOAD, RetryClass.IDEMPOTENT),
                Duration.ofSeconds(60))),
        Map.of("visibility", Set.of("PUBLIC", "CONNECTIONS")),
        EnumSet.allOf(PostKind.class));
  }

  // Own posts are found by its recent search, whose index lags.
  private static NetworkProfile x() {
    return new NetworkProfile(
        Platform.X,
        new TextLimit(280, TextUnit.WEIGHTED, 23),
        280,
        10,
        new ImageLimits(
            4,
            5_242_880,
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif"),
            1000,
            new ImageSize(1600, 900)),
        new Conventions(
            "a hook, one point, a nudge",
            "one post, or a thread of 2-10",
            "0-2 in line",
            "at the end",
            "a nudge"),
        Map.of(
            Channel.MCP,
            new ChannelProfile(
                EnumSet.of(
                    Capability.PUBLISH_TEXT,
                    Capability.PUBLISH_LINK,
                    Capability.PUBLISH_PHOTO,
                    Capability.PUBLISH_THREAD,
                    Capability.FIRST_COMMENT,
                    Capability.DELETE,
                    Capability.READ_OWN_POSTS,
                    Capability.HEALTH_CHECK),
                Map.of(
                    Operation.PUBLISH, RetryClass.RECONCILE_ONLY,
                    Operation.THREAD_PART, RetryClass.RECONCILE_ONLY,
                    Operation.COMMENT, RetryClass.RECONCILE_ONLY,
                    Operation.UPLOAD, RetryClass.IDEMPOTENT),
                Duration.ofSeconds(30))),
        Map.of(),
        EnumSet.complementOf(EnumSet.of(PostKind.CAROUSEL)));
  }

  // The one network here that takes an idempotency key, for an hour.
  private static NetworkProfile mastodon() {
    return new NetworkProfile(
        Platform.MASTODON,
        new TextLimit(500, TextUnit.GRAPHEMES, 23),
        500,
        10,
        new ImageLimits(
            4,
            16_777_216,
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif"),
            1500,
            new ImageSize(1600, 900)),
        new Conventions(
            "considerate; content warnings; alt text expected",
            "under 500 characters",
            "2-4 in CamelCase",
            "in the text",
            "none needed"),
        Map.of(
            Channel.API,
            new ChannelProfile(
                EnumSet.allOf(Capability.class),
                Map.of(
                    Operation.PUBLISH, RetryClass.IDEMPOTENT,
                    Operation.THREAD_PART, RetryClass.IDEMPOTENT,
                    Operation.COMMENT, RetryClass.IDEMPOTENT,
                    Operation.UPLOAD, RetryClass.IDEMPOTENT),
                Duration.ofSeconds(5))),
        Map.of(
            "visibility", Set.of("public", "unlisted", "private"),
            "sensitive", Set.of("true", "false"),
            "spoilerText", Set.of(),
            "language", Set.of()),
        EnumSet.of(PostKind.ANNOUNCEMENT, PostKind.HIGHLIGHTS, PostKind.QUOTE_CARD));
  }
}
