package social.greenroom.operator.metrics;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.processing.Controller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.lifecycle.Draining;

/**
 * Reconciles, by controller. The SDK's own metrics have a series for each resource, which is too
 * many where there are tens of thousands.
 */
@Singleton
public class ReconcileMetrics implements Metrics {
  private static final String CONTROLLER = "controller";
  private static final String FAILED = "failed";
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final Draining draining;
  private final FailureLog failures = new FailureLog();
  private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();

  ReconcileMetrics(MeterRegistry registry, Draining draining) {
    this.registry = registry;
    this.draining = draining;
  }

  @Override
  public void controllerRegistered(Controller<? extends HasMetadata> controller) {
    var name = controller.getConfiguration().getName();
    Gauge.builder("greenroom.reconcile.queue", waiting(name), AtomicInteger::get)
        .description("Resources that wait for a thread to reconcile them.")
        .tag(CONTROLLER, name)
        .register(registry);
    retries(name);
  }

  @Override
  public void reconcileCustomResource(
      HasMetadata resource, @Nullable RetryInfo retry, Map<String, Object> metadata) {
    var name = name(metadata);
    waiting(name).incrementAndGet();
    if (retry != null) {
      retries(name).increment();
    }
  }

  @Override
  public void failedReconciliation(
      HasMetadata resource, Exception failure, Map<String, Object> metadata) {
    failures.failed(name(metadata), resource.getMetadata().getName(), failure);
  }

  @Override
  public void reconciliationExecutionStarted(HasMetadata resource, Map<String, Object> metadata) {
    waiting(name(metadata)).decrementAndGet();
  }

  @Override
  public void reconciliationExecutionFinished(
      @Nullable HasMetadata resource, Map<String, Object> metadata) {
    if (resource == null) {
      // It went away while it waited: it was never begun.
      waiting(name(metadata)).decrementAndGet();
    }
  }

  @Override
  public <T> T timeControllerExecution(ControllerExecution<T> execution) throws Exception {
    var begin = System.nanoTime();
    var outcome = FAILED;
    draining.begin();
    try {
      var result = execution.execute();
      outcome = execution.name().equals("reconcile") ? "reconciled" : "cleaned";
      return result;
    } finally {
      draining.end();
      timer(execution.controllerName(), outcome)
          .record(Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private Timer timer(String controller, String outcome) {
    return Timer.builder("greenroom.reconcile")
        .description("How long a reconcile took; reconciled, cleaned or failed.")
        .tags(List.of(Tag.of(CONTROLLER, controller), Tag.of("outcome", outcome)))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter retries(String controller) {
    return Counter.builder("greenroom.reconcile.retries")
        .description("Reconciles begun again after a failure.")
        .tag(CONTROLLER, controller)
        .register(registry);
  }

  private AtomicInteger waiting(String controller) {
    return waiting.computeIfAbsent(controller, name -> new AtomicInteger());
  }

  private static String name(Map<String, Object> metadata) {
    return String.valueOf(metadata.get(Constants.CONTROLLER_NAME));
  }
}
