package social.greenroom.operator.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.lookup.LedgerFigures;

/**
 * What the database tells of all tenants together: queues, doubts, blocked accounts, and how late
 * posts went out. Only the leader tells, or a sum over the operators would count twice.
 */
@ApplicationScoped
public class LedgerMetrics {
  private static final String POSTS = "posts";
  private static final String SECONDS = "seconds";
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** A transaction is seen when it commits, which is later than the time it wrote. */
  private static final Duration OVERLAP = Duration.ofSeconds(60);

  private static final Duration[] LATENESS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1)
  };

  private final OperatorDatabases databases;
  private final MeterRegistry registry;
  private final Clock clock = Clock.systemUTC();
  private final Rounds rounds = new Rounds("metrics", this::round);
  private final Map<UUID, Instant> counted = new HashMap<>();
  private final Timer lateness;
  private Instant begin = Instant.MAX;
  private Instant from = Instant.MAX;
  private volatile LedgerFigures figures = LedgerFigures.NONE;

  LedgerMetrics(OperatorDatabases databases, MeterRegistry registry) {
    this.databases = databases;
    this.registry = registry;
    this.lateness =
        Timer.builder("greenroom.publish.lateness")
            .description("From the time a post was due to the network's yes.")
            .serviceLevelObjectives(LATENESS)
            .register(registry);
  }

  void start(@Observes LeadershipGained gained) {
    begin = clock.instant();
    from = begin;
    gauge("greenroom.unknown.outcomes", LedgerFigures::unknownOutcomes, POSTS)
        .description("Posts of which nobody knows yet whether they went out.")
        .register(registry);
    gauge("greenroom.publish.due", LedgerFigures::due, POSTS)
        .description("Approved posts whose time has come; those held by a stop are among them.")
        .register(registry);
    gauge("greenroom.publish.queue", LedgerFigures::queued, POSTS)
        .description("Posts handed to a sender that hasn't begun with them.")
        .register(registry);
    gauge("greenroom.publish.queue.age", figures -> age(figures.oldestQueued()), SECONDS)
        .description("For how long the first of the queue has been due.")
        .register(registry);
    gauge("greenroom.intake.queue", LedgerFigures::waiting, "requests")
        .description("Requests that were handed in and have no PostRequest yet.")
        .register(registry);
    gauge("greenroom.intake.queue.age", figures -> age(figures.oldestWaiting()), SECONDS)
        .description("For how long the first of them has been waiting.")
        .register(registry);
    gauge("greenroom.open.circuits", LedgerFigures::openCircuits, "networks")
        .description("Networks that don't answer a tenant, so that nothing is sent there.")
        .register(registry);
    calls("greenroom.unknown.calls", LedgerFigures::unknown)
        .description("Calls after which nobody knew whether they took effect.")
        .register(registry);
    calls("greenroom.asked.calls", LedgerFigures::asked)
        .description("Of these, those about which a person was asked: reading couldn't tell.")
        .register(registry);
    calls("greenroom.altered.calls", LedgerFigures::altered)
        .description("Calls after which the network showed another text than was sent.")
        .register(registry);
    settled("reading", LedgerFigures::settledByReading);
    settled("person", LedgerFigures::settledByPerson);
    settled("sender", LedgerFigures::settledBySender);
    blocked("soft_block", LedgerFigures::softBlocked);
    blocked("hard_block", LedgerFigures::hardBlocked);
    blocked("unreachable", LedgerFigures::unreachable);
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  private Duration round() {
    figures = databases.lookup().figures();
    var asked = clock.instant();
    for (var post : databases.lookup().publishedSince(from)) {
      if (counted.put(post.id(), post.publishedAt()) == null) {
        lateness.record(post.lateness());
      }
    }
    from = later(begin, asked.minus(OVERLAP));
    counted.values().removeIf(at -> at.isBefore(from));
    return PAUSE;
  }

  private Gauge.Builder<LedgerMetrics> gauge(
      String name, ToDoubleFunction<LedgerFigures> figure, String unit) {
    return Gauge.builder(name, this, metrics -> figure.applyAsDouble(metrics.figures))
        .baseUnit(unit);
  }

  /** The ledger is kept, so that what it counts only grows. */
  private FunctionCounter.Builder<LedgerMetrics> calls(
      String name, ToDoubleFunction<LedgerFigures> figure) {
    return FunctionCounter.builder(name, this, metrics -> figure.applyAsDouble(metrics.figures));
  }

  private void settled(String through, ToDoubleFunction<LedgerFigures> figure) {
    calls("greenroom.settled.calls", figure)
        .description("Of the unknown ones, those that were settled, by what settled them.")
        .tag("through", through)
        .register(registry);
  }

  private void blocked(String health, ToDoubleFunction<LedgerFigures> figure) {
    gauge("greenroom.blocked", figure, "accounts")
        .description("Accounts that can't send, by what is known of them.")
        .tag("health", health)
        .register(registry);
  }

  private double age(@Nullable Instant oldest) {
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
