package social.greenroom.channels;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
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
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

/** The adapters, one for each network and channel. Safe to share between threads. */
public final class ChannelAdapters {
  private final List<PlatformAdapter> all;

  private ChannelAdapters(List<PlatformAdapter> all) {
    this.all = List.copyOf(all);
  }

  /** The usual adapters, with the usual time-outs. */
  public static ChannelAdapters over(MediaStore media) {
    return over(media, ChannelSettings.DEFAULT, Clock.systemUTC(), Shared.CLIENT);
  }

  public static ChannelAdapters over(MediaStore media, ChannelSettings settings, Clock clock) {
    return over(media, settings, clock, client(settings));
  }

  private static ChannelAdapters over(
      MediaStore media, ChannelSettings settings, Clock clock, HttpClient client) {
    var pictures = new Pictures(media);
    var connector = new McpConnector(client, settings, clock);
    return new ChannelAdapters(
        List.of(
            new LinkedInAdapter(
                connector,
                new FileUpload(new HttpTransfer(client, "LinkedIn"), settings, clock),
                pictures,
                clock),
            new XAdapter(
                connector,
                new FileUpload(new HttpTransfer(client, "X"), settings, clock),
                pictures,
                clock),
            new MastodonAdapter(new HttpTransfer(client, "Mastodon"), settings, pictures, clock)));
  }

  /** HTTP/1.1: an upgrade would cost a round trip, and proxies differ in how they end it. */
  private static HttpClient client(ChannelSettings settings) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(settings.connect())
        .build();
  }

  /** One client for all Jobs of a process: each has threads, which only its collection ends. */
  private static final class Shared {
    static final HttpClient CLIENT = client(ChannelSettings.DEFAULT);
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
