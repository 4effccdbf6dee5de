package social.greenroom.core.network;

import java.time.Duration;
import java.util.Set;

/**
 * What a network can do over one channel.
 *
 * @param publishRetry what may be done after an attempt to publish whose outcome isn't known
 * @param settlingTime how long the network may take until its own lists show a new post
 */
public record ChannelProfile(
    Set<Capability> capabilities, RetryClass publishRetry, Duration settlingTime) {
  /** A channel over which the network isn't reached. */
  static final ChannelProfile NONE = new ChannelProfile(Set.of(), RetryClass.NEVER, Duration.ZERO);

  public ChannelProfile {
    capabilities = Set.copyOf(capabilities);
  }
}
