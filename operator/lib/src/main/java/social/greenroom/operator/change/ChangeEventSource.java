package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.change.Change;
import social.greenroom.store.lookup.TenantRef;

/**
 * Wakes the resources of one kind which a change in the database concerns. One that is new isn't
 * woken for what it may turn out to wait for: its first look finds that, or its status says that it
 * came too early.
 */
final class ChangeEventSource<P extends HasMetadata> extends SimpleInboundEventSource<P>
    implements ResourceEventAware<P> {
  private static final Logger LOG = Logger.getLogger(ChangeEventSource.class);
  private static final String ROW = "row";
  private static final String WAITING = "waiting";
  private static final String NEW = "new";
  private static final String NEEDED = "needed";

  /** The pause after waking one that waits: a tenth of the time is spent on them at most. */
  private static final Duration PER_WAITING = Duration.ofMillis(10);

  /** A post takes some steps in a second or two on its way out: its request tells of the last. */
  private static final Duration PARTS = Duration.ofSeconds(3);

  private final IndexerResourceCache<P> resources;
  private final Wake<P> wake;
  private final TenantDirectory tenants;
  private final ChangeFeed feed;
  private final Throttle waiting;
  private final Throttle later;

  /** Those with a part that has changed since they were woken. */
  private final Set<ResourceID> behind = ConcurrentHashMap.newKeySet();

  /** New ones for which a change may have come too early. */
  private final Set<ResourceID> early = ConcurrentHashMap.newKeySet();

  ChangeEventSource(
      IndexerResourceCache<P> resources,
      Wake<P> wake,
      TenantDirectory tenants,
      ChangeFeed feed,
      ScheduledExecutorService timer) {
    super("changes");
    this.resources = resources;
    this.wake = wake;
    this.tenants = tenants;
    this.feed = feed;
    this.waiting = new Throttle(timer, this::considerWaiting);
    this.later = new Throttle(timer, this::considerBehind);
    resources.addIndexer(ROW, wake.rowId());
    resources.addIndexer(
        WAITING, resource -> wake.isWaiting(resource) ? List.of(WAITING) : List.of());
    resources.addIndexer(
        NEEDED, resource -> needed(resource).map(Needed::key).map(List::of).orElse(List.of()));
    resources.addIndexer(NEW, resource -> wake.isNew(resource) ? List.of(NEW) : List.of());
  }

  void consider(Change change) {
    if (isRunning()) {
      concerned(change).map(ResourceID::fromResource).forEach(this::propagateEvent);
      if (wake.parts().contains(change.kind())) {
        considerPart(change);
      }
      if (wake.others().contains(change.kind())) {
        waiting.ask();
      }
    }
  }

  private void considerPart(Change change) {
    var whole = resources.byIndex(ROW, change.id().toString());
    if (!whole.isEmpty()) {
      whole.stream().map(ResourceID::fromResource).forEach(behind::add);
      later.ask();
    }
  }

  private Duration considerBehind() {
    var all = Set.copyOf(behind);
    behind.removeAll(all);
    if (isRunning()) {
      all.forEach(this::propagateEvent);
    }
    return PARTS;
  }

  /** Many may wait, as when thousands of accounts are applied with their talents. */
  private Duration considerWaiting() {
    // In this order: one whose status comes in between is found by both.
    var fresh = resources.byIndex(NEW, NEW);
    fresh.stream().map(ResourceID::fromResource).forEach(early::add);
    var all = resources.byIndex(WAITING, WAITING);
    if (isRunning()) {
      all.stream().map(ResourceID::fromResource).forEach(this::propagateEvent);
    }
    return PER_WAITING.multipliedBy(all.size());
  }

  @Override
  public void onResourceUpdated(P resource, P before) {
    var id = ResourceID.fromResource(resource);
    var cameTooEarly = !wake.isNew(resource) && early.remove(id) && wake.isWaiting(resource);
    if (isRunning() && (cameTooEarly || isOvertaken(resource, before))) {
      propagateEvent(id);
    }
    if (wake.isKept(resource) && !wake.isKept(before)) {
      feed.kept(new Needed(wake.subject(), id));
    }
  }

  /** True when what it begins to wait for was kept meanwhile, which woke nobody. */
  private boolean isOvertaken(P resource, P before) {
    return !wake.isWaiting(before) && needed(resource).filter(feed::isKept).isPresent();
  }

  private Optional<Needed> needed(P resource) {
    return wake.isWaiting(resource)
        ? Optional.ofNullable(wake.needs().apply(resource))
        : Optional.empty();
  }

  void considerKept(Needed needed) {
    if (isRunning()) {
      resources.byIndex(NEEDED, needed.key()).stream()
          .map(ResourceID::fromResource)
          .forEach(this::propagateEvent);
    }
  }

  boolean isKept(Needed needed) {
    return needed.subject().equals(wake.subject())
        && resources.get(needed.id()).filter(wake::isKept).isPresent();
  }

  @Override
  public void onResourceDeleted(P resource) {
    early.remove(ResourceID.fromResource(resource));
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
