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
public interface PlatformAdapter extends FollowUpSender {
  Platform platform();

  Channel channel();

  /** Publishes the payload's post: of a thread the first, which the others follow. */
  PublishOutcome publish(PublishCommand command);

  /**
   * Adds what follows a post that is out already. A call of its own, with an outcome of its own:
   * whatever comes of it, publish is never called again for it.
   */
  @Override
  default PublishOutcome follow(FollowUpCommand command) {
    return new PublishOutcome.Rejected(
        "%s takes nothing that follows a post over this connection."
            .formatted(platform().displayName()));
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

  /** Gives the access back: the token is worth nothing afterwards. May be done again. */
  default AccessEnd endAccess(AccountAccess account) {
    return new AccessEnd.Impossible(
        "The token for %s lies with the MCP server that reaches it; end the connection there."
            .formatted(platform().displayName()));
  }
}
