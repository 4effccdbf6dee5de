package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.change.Change;
import social.greenroom.store.lookup.TenantRef;

/** Wakes the resources of one kind which a change in the database concerns. */
final class ChangeEventSource<P extends HasMetadata> extends SimpleInboundEventSource<P> {
  private static final Logger LOG = Logger.getLogger(ChangeEventSource.class);
  private static final String ROW = "row";
  private static final String WAITING = "waiting";

  /** The pause after looking at those that wait: a tenth of the time is spent on them at most. */
  private static final Duration PER_WAITING = Duration.ofMillis(10);

  private final IndexerResourceCache<P> resources;
  private final Wake<P> wake;
  private final TenantDirectory tenants;
  private final Throttle waiting;

  ChangeEventSource(
      IndexerResourceCache<P> resources,
      Wake<P> wake,
      TenantDirectory tenants,
      ScheduledExecutorService timer) {
    super("changes");
    this.resources = resources;
    this.wake = wake;
    this.tenants = tenants;
    this.waiting = new Throttle(timer, this::considerWaiting);
    resources.addIndexer(ROW, wake.rowId());
    resources.addIndexer(WAITING, resource -> wake.waits(resource) ? List.of(WAITING) : List.of());
  }

  void consider(Change change) {
    if (isRunning()) {
      concerned(change).map(ResourceID::fromResource).forEach(this::propagateEvent);
      if (wake.others().contains(change.kind())) {
        waiting.ask();
      }
    }
  }

  /** Many may wait, as when thousands of accounts are applied with their talents. */
  private Duration considerWaiting() {
    var all = resources.byIndex(WAITING, WAITING);
    if (isRunning()) {
      all.stream().map(ResourceID::fromResource).forEach(this::propagateEvent);
    }
    return PER_WAITING.multipliedBy(all.size());
  }

  /** Announcements may have been missed. */
  void considerAll() {
    if (isRunning()) {
      LOG.debugf("Looking at every %s: announcements may have been missed.", wake.subject());
      resources.list().map(ResourceID::fromResource).forEach(this::propagateEvent);
    }
  }

  private Stream<P> concerned(Change change) {
    if (change.kind().equals(wake.subject())) {
      return resources.byIndex(ROW, change.id().toString()).stream();
    }
    if (change.kind().equals("stop") && wake.stops()) {
      return tenants
          .byId(change.tenant())
          .map(TenantRef::namespace)
          .map(resources::list)
          .orElseGet(Stream::empty);
    }
    return Stream.empty();
  }
}
