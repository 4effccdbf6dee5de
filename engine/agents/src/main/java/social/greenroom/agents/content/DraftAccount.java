package social.greenroom.agents.content;

import java.util.UUID;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.NetworkProfile;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.TextLimit;

/**
 * An account to write for.
 *
 * @param limit of a post's text, as the network told it at run time or as its profile has it
 */
public record DraftAccount(UUID id, Platform platform, Channel channel, TextLimit limit) {

  /** With the limit of the network's profile. */
  public static DraftAccount of(UUID id, Platform platform, Channel channel) {
    return new DraftAccount(id, platform, channel, Networks.of(platform).text());
  }

  NetworkProfile network() {
    return Networks.of(platform);
  }
}
