package social.greenroom.channels;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.greenroom.channels.composio.FileUpload;
import social.greenroom.channels.linkedin.LinkedInAdapter;
import social.greenroom.channels.mastodon.MastodonAdapter;
import social.greenroom.channels.mcp.McpConnector;
import social.greenroom.channels.outgoing.Pictures;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
import social.greenroom.channels.x.XAdapter;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.egress.EgressPolicy;
import social.greenroom.core.egress.GuardedHttpClient;
import social.greenroom.core.limit.RateLog;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/** The adapters, one for each network and channel. Safe to share between threads. */
public final class ChannelAdapters {
  private static final String UPLOADS = "The address that the MCP server gave for uploads";

  private final List<PlatformAdapter> all;

  private ChannelAdapters(List<PlatformAdapter> all) {
    this.all = List.copyOf(all);
  }

  /**
   * The usual adapters, with the usual time-outs.
   *
   * @param egress which addresses they may call
   * @param rates where they tell what networks say of their limits
   */
  public static ChannelAdapters over(
      MediaStore media, EgressPolicy egress, Clock clock, RateLog rates) {
    return over(media, ChannelSettings.DEFAULT, clock, GuardedHttpClient.shared(egress), rates);
  }

  /**
   * As {@link #over(MediaStore, EgressPolicy, Clock, RateLog)}, with other time-outs; no limits are
   * kept.
   */
  public static ChannelAdapters over(
      MediaStore media, ChannelSettings settings, Clock clock, EgressPolicy egress) {
    var client = GuardedHttpClient.connectingWithin(settings.connect(), egress);
    return over(media, settings, clock, client, RateLog.NONE);
  }

  private static ChannelAdapters over(
      MediaStore media,
      ChannelSettings settings,
      Clock clock,
      GuardedHttpClient client,
      RateLog rates) {
    var pictures = new Pictures(media);
    var connector = new McpConnector(client, settings, clock, rates);
    return new ChannelAdapters(
        List.of(
            new LinkedInAdapter(
                connector,
                new FileUpload(new HttpTransfer(client, "LinkedIn", UPLOADS), settings, clock),
                pictures,
                clock),
            new XAdapter(
                connector,
                new FileUpload(new HttpTransfer(client, "X", UPLOADS), settings, clock),
                pictures,
                clock),
            new MastodonAdapter(
                new HttpTransfer(client, "Mastodon", "Account.spec.endpoint"),
                settings,
                pictures,
                clock,
                rates)));
  }

  /** Every adapter there is. */
  public List<PlatformAdapter> all() {
    return all;
  }

  /** The adapter for the network over that channel, if there is one. */
  public Optional<PlatformAdapter> find(Platform platform, Channel channel) {
    return all.stream()
        .filter(adapter -> adapter.platform() == platform && adapter.channel() == channel)
        .findFirst();
  }
}
