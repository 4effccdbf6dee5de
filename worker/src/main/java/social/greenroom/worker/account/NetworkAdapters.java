package social.greenroom.worker.account;

import java.util.List;
import social.greenroom.channels.ChannelAdapters;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/** The adapters of {@code engine/channels}, one for each network and channel. */
public final class NetworkAdapters implements Adapters, AutoCloseable {
  private final List<PlatformAdapter> adapters;

  private NetworkAdapters(List<PlatformAdapter> adapters) {
    this.adapters = adapters;
  }

  /**
   * All there are.
   *
   * @param media where the pictures of a post are read
   */
  public static NetworkAdapters open(MediaStore media) {
    return new NetworkAdapters(ChannelAdapters.over(media).all());
  }

  @Override
  public PlatformAdapter of(Platform platform, Channel channel) {
    return adapters.stream()
        .filter(adapter -> adapter.platform() == platform && adapter.channel() == channel)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s isn't reached over %s."
                        .formatted(platform.displayName(), channel.wireName())));
  }

  @Override
  public void close() {}
}
