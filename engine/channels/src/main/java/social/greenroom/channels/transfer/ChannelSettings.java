package social.greenroom.channels.transfer;

import java.time.Duration;

/**
 * How long networks are waited for.
 *
 * @param connect for a connection
 * @param call for the answer to a call; when it is over, the outcome of a publish call is unknown
 * @param upload for one picture
 */
public record ChannelSettings(Duration connect, Duration call, Duration upload) {
  public static final ChannelSettings DEFAULT =
      new ChannelSettings(Duration.ofSeconds(10), Duration.ofSeconds(45), Duration.ofMinutes(3));
}
