package social.greenroom.worker.account;

import social.greenroom.channels.ChannelAdapters;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.egress.EgressPolicy;
import social.greenroom.core.media.MediaStore;
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

  /**
   * The real ones.
   *
   * @param media where the pictures of a post are read
   * @param egress which addresses they may call
   */
  static Adapters over(MediaStore media, EgressPolicy egress) {
    return of(ChannelAdapters.over(media, egress));
  }

  /** These. */
  static Adapters of(ChannelAdapters adapters) {
    return (platform, channel) ->
        adapters
            .find(platform, channel)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s isn't reached over %s."
                            .formatted(platform.displayName(), channel.wireName())));
  }
}
