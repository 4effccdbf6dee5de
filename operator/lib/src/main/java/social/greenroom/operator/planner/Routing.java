package social.greenroom.operator.planner;

import java.time.Duration;

/**
 * Decides who sends a tenant's posts: a Job of its own, which holds that tenant's keys and no
 * others, or the pool, which is there already.
 *
 * @param poolAtWork whether a process of the pool gave a sign of life just now
 * @param startUp from making a Job to its first claim, as measured
 * @param jobs how many Jobs may begin now without waiting for the Job controller
 */
record Routing(SendPolicy policy, boolean poolAtWork, Duration startUp, int jobs) {
  /** One Job does so many in time; of more, the pool takes its share at once. */
  static final int SMALL = 50;

  /** The measure isn't exact, and a look comes a moment after the time it was meant for. */
  private static final double NEARLY = 0.8;

  /** Who sends. */
  enum Route {
    JOB,
    POOL
  }

  /**
   * The route of a tenant's posts.
   *
   * @param untilDue until the first of them is due; negative for what is late
   * @param posts how many are due soon
   * @param tenants how many tenants have posts that are due soon, this one among them
   */
  Route of(Duration untilDue, int posts, int tenants) {
    return switch (policy) {
      case JOBS -> Route.JOB;
      case POOL -> Route.POOL;
      case AUTO -> poolAtWork && !jobIsInTime(untilDue, posts, tenants) ? Route.POOL : Route.JOB;
    };
  }

  /**
   * Whether Jobs do everything: what was queued for the pool is theirs, and they find out what
   * became of posts in doubt.
   */
  boolean jobsAlone() {
    return policy == SendPolicy.JOBS || (policy == SendPolicy.AUTO && !poolAtWork);
  }

  /** Whether the pool takes over what a Job was to send and hasn't begun with. */
  boolean poolHelpsOut() {
    return policy == SendPolicy.AUTO && poolAtWork;
  }

  private boolean jobIsInTime(Duration untilDue, int posts, int tenants) {
    return untilDue.toMillis() >= startUp.toMillis() * NEARLY && posts <= SMALL && tenants <= jobs;
  }
}
