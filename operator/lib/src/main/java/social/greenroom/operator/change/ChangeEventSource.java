package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import social.greenroom.store.change.Change;
import social.greenroom.store.lookup.TenantRef;

/**
 * Wakes the resources of one kind which a change in the database concerns, and those that need
 * another resource when that is kept, refused or gone. One that is new isn't woken for a change of
 * another kind, for which it may turn out to wait: its first look finds that, or its status says
 * that it came too early.
 */
final class ChangeEventSource<P extends HasMetadata> extends SimpleInboundEventSource<P>
    implements ResourceEventAware<P> {
  private static final Logger LOG = Logger.getLogger(ChangeEventSource.class);
  private static final String ROW = "row";
  private static final String WAITING = "waiting";
  private static final String NEW = "new";
  private static final String NEEDED = "needed";

  /** Beside the name of its namespace, which is never empty. */
  private static final String ANYWHERE = "";

  /** The pause after waking one that waits: a tenth of the time is spent on them at most. */
  private static final Duration PER_WAITING = Duration.ofMillis(10);

  /** A post takes some steps in a second or two on its way out: its request tells of the last. */
  private static final Duration PARTS = Duration.ofSeconds(3);

  /** Of rows without a resource, as of requests of the page, there is no end. */
  private static final int UNCLAIMED = 10_000;

  private final IndexerResourceCache<P> resources;
  private final Wake<P> wake;
  private final Function<UUID, Optional<TenantRef>> tenants;
  private final ChangeSources sources;
  private final Throttle waiting;
  private final Throttle later;

  /** Those with a part that has changed since they were woken. */
  private final Set<ResourceID> behind = ConcurrentHashMap.newKeySet();

  /** New ones for which a change may have come too early. */
  private final Set<ResourceID> early = ConcurrentHashMap.newKeySet();

  /** Rows that others changed before a status named them. */
  private final Recent unclaimed = new Recent(UNCLAIMED);

  ChangeEventSource(
      IndexerResourceCache<P> resources,
      Wake<P> wake,
      Function<UUID, Optional<TenantRef>> tenants,
      ChangeSources sources,
      ScheduledExecutorService timer) {
    super("changes");
    this.resources = resources;
    this.wake = wake;
    this.tenants = tenants;
    this.sources = sources;
    this.waiting = new Throttle(timer, this::considerWaiting);
    this.later = new Throttle(timer, this::considerBehind);
    resources.addIndexer(ROW, wake.rowId());
    resources.addIndexer(
        WAITING, resource -> wake.isWaiting(resource) ? List.of(WAITING) : List.of());
    resources.addIndexer(
        NEEDED, resource -> needed(resource).map(Needed::key).map(List::of).orElse(List.of()));
    resources.addIndexer(
        NEW, resource -> wake.isNew(resource) ? placesOf(resource).toList() : List.of());
  }

  /** A Tenant is in no namespace. */
  private static Stream<String> placesOf(HasMetadata resource) {
    return Stream.concat(
        Stream.of(ANYWHERE), Stream.ofNullable(resource.getMetadata().getNamespace()));
  }

  /**
   * @param own whether this operator made the change
   */
  void consider(Change change, boolean own) {
    if (isRunning()) {
      if (change.kind().equals(wake.subject())) {
        considerRow(change.id().toString(), own);
      }
      if (change.kind().equals("stop") && wake.stops()) {
        considerStop(change);
      }
      if (wake.parts().contains(change.kind())) {
        considerPart(change);
      }
      if (wake.others().contains(change.kind())) {
        waiting.ask();
      }
    }
  }

  /** What this operator changed is told by the status that is on its way. */
  private void considerRow(String row, boolean own) {
    if (!own) {
      unclaimed.add(row);
    }
    // In this order: a status that comes in between finds what is unclaimed.
    for (var resource : resources.byIndex(ROW, row)) {
      unclaimed.remove(row);
      propagateEvent(ResourceID.fromResource(resource));
    }
  }

  private void considerStop(Change change) {
    tenants
        .apply(change.tenant())
        .map(TenantRef::namespace)
        .map(resources::list)
        .orElseGet(Stream::empty)
        .map(ResourceID::fromResource)
        .forEach(this::propagateEvent);
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
    var fresh = resources.byIndex(NEW, ANYWHERE);
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
    var becomesKept = wake.isKept(resource) && !wake.isKept(before);
    var cameTooEarly = !wake.isNew(resource) && early.remove(id) && wake.isWaiting(resource);
    if (isRunning()
        && (cameTooEarly
            || (becomesKept && wasAnnounced(resource))
            || (!wake.isWaiting(before) && wake.isWaiting(resource) && isOvertaken(resource)))) {
      propagateEvent(id);
    }
    if (becomesKept || (wake.isNew(before) && !wake.isNew(resource))) {
      sources.wake(new Needed(wake.subject(), id));
    }
  }

  @Override
  public void onResourceDeleted(P resource) {
    var id = ResourceID.fromResource(resource);
    early.remove(id);
    sources.wake(new Needed(wake.subject(), id));
  }

  /** True when its row was changed by somebody else before its status named it. */
  private boolean wasAnnounced(P resource) {
    return wake.rowId().apply(resource).stream().filter(unclaimed::remove).count() > 0;
  }

  /** True when what it begins to wait for was kept meanwhile, which woke nobody. */
  private boolean isOvertaken(P resource) {
    return needed(resource).filter(sources::isKept).isPresent();
  }

  private Optional<Needed> needed(P resource) {
    return wake.isKept(resource)
        ? Optional.empty()
        : Optional.ofNullable(wake.needs().apply(resource));
  }

  void considerNeeded(Needed needed) {
    if (isRunning()) {
      resources.byIndex(NEEDED, needed.key()).stream()
          .map(ResourceID::fromResource)
          .forEach(this::propagateEvent);
    }
  }

  boolean isComing(Needed needed) {
    return find(needed).filter(wake::isNew).isPresent();
  }

  boolean isOneComing(String subject, String namespace, Instant since) {
    return subject.equals(wake.subject())
        && resources.byIndex(NEW, namespace).stream()
            .map(resource -> Instant.parse(resource.getMetadata().getCreationTimestamp()))
            .anyMatch(since::isBefore);
  }

  boolean isKept(Needed needed) {
    return find(needed).filter(wake::isKept).isPresent();
  }

  private Optional<P> find(Needed needed) {
    return needed.subject().equals(wake.subject()) ? resources.get(needed.id()) : Optional.empty();
  }

  /** Announcements may have been missed. */
  void considerAll() {
    if (isRunning()) {
      LOG.debugf("Looking at every %s: announcements may have been missed.", wake.subject());
      resources.list().map(ResourceID::fromResource).forEach(this::propagateEvent);
    }
  }
}
