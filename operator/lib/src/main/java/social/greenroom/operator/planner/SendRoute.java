package social.greenroom.operator.planner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;

/** What the routing goes by: the policy, who is at work, and how long Jobs take to begin. */
@ApplicationScoped
class SendRoute {
  private static final Logger LOG = Logger.getLogger(SendRoute.class);

  /** Five signs of life: one that was late is no reason to make Jobs. */
  private static final Duration AT_WORK = Duration.ofSeconds(15);

  /** The pool is there already; what it is to send only has to be queued by then. */
  private static final Duration POOL_AHEAD = Duration.ofSeconds(2);

  private static final int MEASURED = 50;

  private final OperatorDatabases databases;
  private final SendPolicy policy;
  private final Duration unmeasured;
  private final JobRate rate = new JobRate();
  private final MeterRegistry registry;
  private volatile int poolAtWork;
  private volatile Duration startUp;

  SendRoute(OperatorDatabases databases, OperatorConfig config, MeterRegistry registry) {
    this.databases = databases;
    this.registry = registry;
    this.policy = config.sendPolicy();
    this.unmeasured = config.startAhead();
    this.startUp = unmeasured;
  }

  /** Only who works tells, or a sum over the operators would count twice. */
  void start(@Observes LeadershipGained gained) {
    Gauge.builder("greenroom.pool.senders", () -> poolAtWork)
        .description("Processes of the pool that gave a sign of life just now.")
        .register(registry);
    Gauge.builder("greenroom.publish.start.ahead", () -> ahead().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("How long before its time a post is queued: the measured start-up of Jobs.")
        .register(registry);
  }

  /** Looks who is at work, and how long the last Jobs took. */
  void measure() {
    int atWork = databases.senders().atWork(AT_WORK).size();
    if ((atWork > 0) != (poolAtWork > 0)) {
      LOG.info(atWork > 0 ? "The pool is at work." : "No pool is at work.");
    }
    poolAtWork = atWork;
    if (policy != SendPolicy.POOL) {
      startUp = StartUp.of(databases.lookup().recentStartUps(MEASURED), unmeasured);
    }
  }

  /** How long before its time a post is queued. */
  Duration ahead() {
    var jobsOnly = policy == SendPolicy.JOBS || poolAtWork == 0;
    return jobsOnly || startUp.compareTo(POOL_AHEAD) > 0 ? startUp : POOL_AHEAD;
  }

  Routing routing(Instant now) {
    return new Routing(policy, poolAtWork > 0, startUp, rate.available(now));
  }

  /** So many Jobs begin. */
  void began(int jobs) {
    rate.take(jobs);
  }
}
