package social.greenroom.operator.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import social.greenroom.operator.leadership.Leadership;

/** Whether this operator is the one that works. */
@ApplicationScoped
class LeadershipMetrics {
  void start(@Observes StartupEvent started, MeterRegistry registry, Leadership leadership) {
    Gauge.builder("greenroom.leader", leadership, one -> one.leading() ? 1 : 0)
        .description("1 for the operator that works, 0 for one that stands by.")
        .strongReference(true)
        .register(registry);
  }
}
