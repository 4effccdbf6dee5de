package social.greenroom.core.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How many posts a network takes from one account in any such time, by its own documents. What the
 * network tells at run time is kept beside it, and whichever is stricter counts.
 */
public record PublishRate(int posts, Duration per) {
  /** The network's default. */
  public static PublishRate of(Platform platform) {
    return switch (platform) {
      // Ayrshare's and brightbean's figures for a member; LinkedIn publishes none.
      case LINKEDIN -> new PublishRate(100, Duration.ofHours(24));
      // docs.x.com, rate limits: POST /2/tweets per user.
      case X -> new PublishRate(100, Duration.ofMinutes(15));
      // docs.joinmastodon.org, rate limits: 300 calls of an account in 5 minutes, and a post takes
      // two.
      case MASTODON -> new PublishRate(150, Duration.ofMinutes(5));
    };
  }

  /**
   * When the next post may go; empty for now.
   *
   * @param sent when the account's posts went out
   */
  public Optional<Instant> next(Collection<Instant> sent, Instant now) {
    var within = sent.stream().filter(at -> at.isAfter(now.minus(per))).toList();
    // The one that has to leave the window before there is room.
    return within.size() < posts
        ? Optional.empty()
        : within.stream()
            .sorted(Comparator.reverseOrder())
            .skip(posts - 1L)
            .findFirst()
            .map(at -> at.plus(per));
  }
}
