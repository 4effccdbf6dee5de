package social.greenroom.core.network;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a network can do over one channel.
 *
 * @param retries what may be done after an attempt at an operation whose outcome isn't known; an
 *     operation that isn't named is never tried again
 * @param settlingTime how long the network may take until its own lists show a new post
 */
public record ChannelProfile(
    Set<Capability> capabilities, Map<Operation, RetryClass> retries, Duration settlingTime) {
  /** A channel over which the network isn't reached. */
  static final ChannelProfile NONE = new ChannelProfile(Set.of(), Map.of(), Duration.ZERO);

  public ChannelProfile {
    capabilities = Set.copyOf(capabilities);
    retries = Map.copyOf(retries);
  }

  /** What may be done after an attempt at the operation whose outcome isn't known. */
  public RetryClass retry(Operation operation) {
    return retries.getOrDefault(operation, RetryClass.NEVER);
  }
}
