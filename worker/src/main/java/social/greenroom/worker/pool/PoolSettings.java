package social.greenroom.worker.pool;

import java.time.Duration;

/**
 * How the pool paces itself.
 *
 * @param flights how many posts may be on their way at once; a flight mostly waits for its network
 * @param perTenant how many of them may be one tenant's, so that one whose networks hang holds up
 *     nobody else
 * @param lookAgain how long it waits at most before it looks for itself
 * @param signOfLife between two signs of life of the process
 * @param doubts between two looks for what lost senders left
 */
record PoolSettings(
    int flights, int perTenant, Duration lookAgain, Duration signOfLife, Duration doubts) {
  static final PoolSettings DEFAULT =
      new PoolSettings(
          768, 192, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(2));

  /** With room for so many flights, a quarter of them for one tenant. */
  PoolSettings withFlights(int flights) {
    return new PoolSettings(flights, Math.max(1, flights / 4), lookAgain, signOfLife, doubts);
  }
}
