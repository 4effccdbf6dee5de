package social.greenroom.worker.publish;

import java.time.Duration;

/**
 * How the publisher paces itself.
 *
 * @param parallel how many variants, each of another account, may be on their way at once
 * @param startAhead how long before its time a variant may keep the Job waiting
 * @param heartbeat between two signs of life
 * @param orphanedAfter how long without one until a sender counts as lost; many heartbeats
 * @param outcomePatience how long an outcome is tried to be written while the database is away
 * @param settlingScale multiplies the networks' settling times; 1 outside tests
 */
public record PublishSettings(
    int parallel,
    Duration startAhead,
    Duration heartbeat,
    Duration orphanedAfter,
    Duration outcomePatience,
    double settlingScale) {
  public static final PublishSettings DEFAULT =
      new PublishSettings(
          8,
          Duration.ofMinutes(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(45),
          Duration.ofMinutes(2),
          1.0);

  /** The network's settling time as it is waited for. */
  public Duration settling(Duration networks) {
    return Duration.ofMillis(Math.round(networks.toMillis() * settlingScale));
  }
}
