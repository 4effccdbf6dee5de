package social.greenroom.core.network;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one network allows, as defaults: a limit that the network tells at run time wins.
 *
 * @param text the limit of a post
 * @param commentMax the limit of a comment, counted as a post is
 * @param threadMax the posts of the longest thread, the first included; 1 where there are none
 * @param channels by the channels over which it is reached
 * @param options by the names of the network's own options, the values each may have; an empty set
 *     where any will do
 * @param kinds the kinds of post that are at home there
 */
public record NetworkProfile(
    Platform platform,
    TextLimit text,
    int commentMax,
    int threadMax,
    ImageLimits images,
    Conventions conventions,
    Map<Channel, ChannelProfile> channels,
    Map<String, Set<String>> options,
    Set<PostKind> kinds) {
  public NetworkProfile {
    kinds = Set.copyOf(kinds);
    channels = Map.copyOf(channels);
    options = Map.copyOf(options);
  }

  /** Of the kinds that are wanted, the first that is at home here; empty when none is. */
  public Optional<PostKind> firstKind(List<PostKind> wanted) {
    return wanted.stream().filter(kinds::contains).findFirst();
  }

  /** The limit of a comment. */
  public TextLimit comment() {
    return text.withMax(commentMax);
  }

  public int maxImages() {
    return images.maxCount();
  }

  public long maxImageBytes() {
    return images.maxBytes();
  }

  /** The size our renderer makes for this network. */
  public ImageSize image() {
    return images.rendered();
  }

  /** What can be done over the channel; empty where the network isn't reached over it. */
  public Set<Capability> capabilities(Channel channel) {
    return over(channel).capabilities();
  }

  /** What may be done after an attempt at the operation whose outcome isn't known. */
  public RetryClass retry(Operation operation, Channel channel) {
    return over(channel).retry(operation);
  }

  /** How long the network may take until its own lists show a new post. */
  public Duration settlingTime(Channel channel) {
    return over(channel).settlingTime();
  }

  /** The longest settling time of any channel. */
  public Duration settlingTime() {
    return channels.values().stream()
        .map(ChannelProfile::settlingTime)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private ChannelProfile over(Channel channel) {
    return channels.getOrDefault(channel, ChannelProfile.NONE);
  }
}
