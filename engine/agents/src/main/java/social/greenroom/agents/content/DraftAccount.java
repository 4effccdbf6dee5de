package social.greenroom.agents.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.NetworkProfile;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.PostKind;
import social.greenroom.core.network.TextLimit;

/**
 * An account to write for.
 *
 * @param limit of a post's text, as the network told it at run time or as its profile has it
 * @param kind what sort of post it shall be; null for any
 */
public record DraftAccount(
    UUID id, Platform platform, Channel channel, TextLimit limit, @Nullable PostKind kind) {

  /** With the limit of the network's profile, for any kind of post. */
  public static DraftAccount of(UUID id, Platform platform, Channel channel) {
    return new DraftAccount(id, platform, channel, Networks.of(platform).text(), null);
  }

  /** The same for the first of these kinds that is at home on its network. */
  public DraftAccount wanting(List<PostKind> kinds) {
    return new DraftAccount(id, platform, channel, limit, network().firstKind(kinds).orElse(null));
  }

  NetworkProfile network() {
    return Networks.of(platform);
  }
}
