package social.greenroom.operator.tick;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.operator.clock.Interval;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.log.LogFields;
import social.greenroom.operator.request.NewPostRequests;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.talent.TalentRow;

/** Looks at every talent whose tick is due, and asks the persona where there is a gap. */
@ApplicationScoped
public class Tick {
  private static final Logger LOG = Logger.getLogger(Tick.class);

  /**
   * Who isn't asked when due is looked at so many times in an interval, and not with each round.
   */
  private static final int LOOKS = 12;

  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final NewPostRequests requests;
  private final OperatorConfig config;
  private final Clock clock = Clock.systemUTC();
  private final Map<UUID, Interval> notBefore = new HashMap<>();
  private final Rounds rounds = new Rounds("tick", this::round);

  Tick(
      OperatorDatabases databases,
      TenantDirectory tenants,
      NewPostRequests requests,
      OperatorConfig config) {
    this.databases = databases;
    this.tenants = tenants;
    this.requests = requests;
    this.config = config;
  }

  void start(@Observes LeadershipGained gained) {
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  private Duration round() {
    for (var tenant : tenants.all()) {
      guarded(
          tenant,
          () -> due(tenant).forEach(talent -> guarded(tenant, () -> consider(tenant, talent))));
    }
    return config.tickCheck();
  }

  /** What goes wrong for one holds up no other, and is tried again with the next look. */
  private static void guarded(TenantRef tenant, Runnable look) {
    LogFields.ofTenant(tenant.id(), () -> tried(tenant, look));
  }

  private static void tried(TenantRef tenant, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.warnf("A tick of tenant %s is tried again: %s", tenant.name(), e.getMessage());
      LOG.debug("The failure", e);
    }
  }

  private List<TalentRow> due(TenantRef tenant) {
    var now = clock.instant();
    return databases.tenants().in(tenant.id(), session -> new TickRows(session).due(now));
  }

  private void consider(TenantRef tenant, TalentRow talent) {
    var now = clock.instant();
    var pause = notBefore.computeIfAbsent(talent.id(), id -> new Interval());
    if (!pause.left().isZero()) {
      return;
    }
    var looked = databases.tenants().in(tenant.id(), session -> look(session, talent, now));
    if (looked.asks()) {
      notBefore.remove(talent.id());
      ask(tenant, talent, looked);
    } else {
      pause.putOff(looked.interval().dividedBy(LOOKS));
    }
  }

  /**
   * What is to be asked of the persona.
   *
   * @param accounts the names of those with a gap; none: nothing is asked now
   * @param interval of the talent's ticks
   */
  private record Asked(List<String> accounts, Duration interval) {
    boolean asks() {
      return !accounts.isEmpty();
    }
  }

  private Asked look(TenantSession session, TalentRow talent, Instant now) {
    var rows = new TickRows(session);
    var facts = rows.facts(talent, now, config.tickHorizon());
    var decision = TickDecision.of(facts, now, config.tickHorizon());
    LOG.debugf("Tick of %s: %s", talent.slug(), decision.reason());
    var names = decision.asks() ? rows.names(decision.accounts()) : List.<String>of();
    return new Asked(names, facts.interval());
  }

  /**
   * The request first, then the note that the tick is done: after a crash between them the same
   * name is made again, which changes nothing.
   */
  private void ask(TenantRef tenant, TalentRow talent, Asked asked) {
    var refusal =
        requests.make(
            tenant.namespace(),
            name(talent),
            new PostRequestSpec(
                new ResourceRef(talent.name()),
                RequestSource.PERSONA,
                null,
                asked.accounts().stream().map(ResourceRef::new).toList(),
                List.of(),
                null,
                null,
                List.of(),
                (int) config.requestTtl().toSeconds()));
    refusal.ifPresent(
        sentence -> LOG.warnf("The tick of %s can't ask the persona: %s", talent.slug(), sentence));
    databases
        .tenants()
        .run(tenant.id(), session -> session.talents().tick(talent.id(), asked.interval()));
  }

  /** The tick is known by the one before it. */
  private static String name(TalentRow talent) {
    var identity = "%s %s".formatted(talent.id(), talent.lastTickAt());
    return "tick-"
        + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
  }
}
