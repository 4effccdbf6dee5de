package social.greenroom.worker.publish;

import java.time.DateTimeException;
import java.time.Duration;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.UsageException;

/**
 * How the publisher paces itself.
 *
 * @param parallel how many variants, each of another account, may be on their way at once
 * @param startAhead how long before its time a variant may keep the Job waiting
 * @param heartbeat between two signs of life
 * @param orphanedAfter how long without one until a sender counts as lost; many heartbeats
 * @param outcomePatience how long the database may be away until the log tells that the outcome of
 *     a call waits for it
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

  /** A heartbeat may be late by this many of its kind until its sender counts as lost. */
  private static final int BEATS = 9;

  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /**
   * The usual ones, with what the environment says: GREENROOM_ORPHAN_AFTER, an ISO 8601 duration of
   * at least five seconds.
   *
   * @throws UsageException when that isn't one
   */
  public static PublishSettings from(Environment environment) throws UsageException {
    var text = environment.optional("GREENROOM_ORPHAN_AFTER");
    try {
      return text.map(Duration::parse).map(DEFAULT::withOrphanedAfter).orElse(DEFAULT);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new UsageException(
          "The environment variable GREENROOM_ORPHAN_AFTER has to be a duration of five seconds or"
              + " more, such as PT45S, not '%s'.".formatted(text.orElse("")));
    }
  }

  private PublishSettings withOrphanedAfter(Duration orphaned) {
    if (orphaned.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("It is too short for several heartbeats.");
    }
    return new PublishSettings(
        parallel, startAhead, orphaned.dividedBy(BEATS), orphaned, outcomePatience, settlingScale);
  }

  /** The network's settling time as it is waited for. */
  public Duration settling(Duration networks) {
    return Duration.ofMillis(Math.round(networks.toMillis() * settlingScale));
  }
}
