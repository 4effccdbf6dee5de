package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
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

  private final IndexerResourceCache<P> resources;
  private final Wake<P> wake;
  private final TenantDirectory tenants;

  ChangeEventSource(IndexerResourceCache<P> resources, Wake<P> wake, TenantDirectory tenants) {
    super("changes");
    this.resources = resources;
    this.wake = wake;
    this.tenants = tenants;
    resources.addIndexer(ROW, wake.rowId());
    resources.addIndexer(WAITING, resource -> wake.waits(resource) ? List.of(WAITING) : List.of());
  }

  void consider(Change change) {
    if (isRunning()) {
      concerned(change).map(ResourceID::fromResource).forEach(this::propagateEvent);
    }
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
    return wake.others().contains(change.kind())
        ? resources.byIndex(WAITING, WAITING).stream()
        : Stream.empty();
  }
}
