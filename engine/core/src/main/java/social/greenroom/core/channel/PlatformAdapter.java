package social.greenroom.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/**
 * One network over one channel. Implementations hold no state per account, never call publish twice
 * for one command, and report every failure as an outcome rather than an exception.
 */
public interface PlatformAdapter {
  Platform platform();

  Channel channel();

  PublishOutcome publish(PublishCommand command);

  /**
   * Adds the payload's first comment under its post, which is out already. Called after the post's
   * own outcome is written: whatever comes of the comment, publish is never called again for it.
   *
   * @param remoteId the post's id as {@link PublishOutcome.Published} told it
   */
  default PublishOutcome comment(PublishCommand command, String remoteId) {
    return new PublishOutcome.Rejected(
        "%s takes no first comment over this connection.".formatted(platform().displayName()));
  }

  /**
   * The account's own posts since then, newest first, or empty where the network can't list them
   * (then only a person can settle an unknown outcome).
   *
   * @throws ReadFailedException when they couldn't be read now
   */
  Optional<List<OwnPost>> recentPosts(AccountAccess account, Instant since)
      throws ReadFailedException;

  HealthReport health(AccountAccess account);
}
