package social.greenroom.worker.account;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import social.greenroom.channels.ChannelAdapters;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.egress.EgressPolicy;
import social.greenroom.core.limit.RateWindow;
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
   * What networks told of their limits in answers to calls of the account's. Asked again, it tells
   * nothing.
   */
  default List<RateWindow> told(UUID account) {
    return List.of();
  }

  /**
   * The real ones.
   *
   * @param media where the pictures of a post are read
   * @param egress which addresses they may call
   */
  static Adapters over(MediaStore media, EgressPolicy egress) {
    return over(media, egress, InstantSource.system());
  }

  /**
   * As {@link #over(MediaStore, EgressPolicy)}.
   *
   * @param clock by which is told until when a network that names a number of seconds is waited for
   */
  static Adapters over(MediaStore media, EgressPolicy egress, InstantSource clock) {
    var heard = new ToldByNetworks();
    var adapters = of(ChannelAdapters.over(media, egress, clock.withZone(ZoneOffset.UTC), heard));
    return new Adapters() {
      @Override
      public PlatformAdapter of(Platform platform, Channel channel) {
        return adapters.of(platform, channel);
      }

      @Override
      public List<RateWindow> told(UUID account) {
        return heard.take(account);
      }
    };
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
