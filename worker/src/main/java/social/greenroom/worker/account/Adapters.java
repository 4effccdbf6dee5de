package social.greenroom.worker.account;

import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/** Gives the adapter for a network over a channel, and no other in its place. */
@FunctionalInterface
public interface Adapters {
  /**
   * The adapter.
   *
   * @throws IllegalArgumentException when the network isn't reached over that channel
   */
  PlatformAdapter of(Platform platform, Channel channel);
}
