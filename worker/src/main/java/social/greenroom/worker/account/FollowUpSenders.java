package social.greenroom.worker.account;

import social.greenroom.core.channel.FollowUpSender;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/** Gives who adds what follows a post, for a network over a channel: never who publishes. */
@FunctionalInterface
public interface FollowUpSenders {
  /**
   * The sender.
   *
   * @throws IllegalArgumentException when the network isn't reached over that channel
   */
  FollowUpSender of(Platform platform, Channel channel);

  /** Those of these adapters. */
  static FollowUpSenders of(Adapters adapters) {
    return (platform, channel) -> command -> adapters.of(platform, channel).follow(command);
  }
}
