package social.greenroom.operator.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.store.change.Change;

/** Two kinds: a guest needs its host. Whose row is there has it in its data, by the key "row". */
class ChangeEventSourceTest {
  private static final Instant MADE = Instant.parse("2026-01-01T12:00:00Z");
  private static final String ROW = "01a205cd-11f2-71c5-89d4-ad8f2b6eb2fd";

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ChangeSources sources = new ChangeSources();
  private final Kind hosts = new Kind(wake("host", guest -> null));
  private final Kind guests = new Kind(wake("guest", guest -> new Needed("host", id("ann"))));

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void oneThatNeedsAnotherIsWokenWhenThatIsKept() {
    guests.put(waiting("bob"));
    hosts.put(fresh("ann"));
    assertThat(guests.woken).isEmpty();

    hosts.put(kept("ann"));

    assertThat(guests.woken).containsExactly(id("bob"));
  }

  @Test
  void soIsOneOfWhichNothingWasSaidYet() {
    hosts.put(fresh("ann"));
    guests.put(fresh("bob"));
    assertThat(sources.isComing(new Needed("host", id("ann")))).isTrue();

    hosts.put(kept("ann"));

    assertThat(sources.isComing(new Needed("host", id("ann")))).isFalse();
    assertThat(guests.woken).containsExactly(id("bob"));
  }

  @Test
  void thatTheOtherIsRefusedOrGoneIsToldToo() {
    hosts.put(fresh("ann"));
    guests.put(fresh("bob"));

    hosts.put(waiting("ann"));
    assertThat(guests.woken).containsExactly(id("bob"));
    hosts.remove(waiting("ann"));
    assertThat(guests.woken).containsExactly(id("bob"), id("bob"));
  }

  @Test
  void oneThatBeginsToWaitLooksWhetherTheOtherIsKeptMeanwhile() {
    guests.put(fresh("bob"));
    hosts.put(fresh("ann"));
    hosts.put(kept("ann"));
    guests.woken.clear();

    guests.put(waiting("bob"));
    assertThat(guests.woken).containsExactly(id("bob"));
    guests.put(waiting("bob"));
    assertThat(guests.woken).as("it has looked").hasSize(1);
  }

  @Test
  void oneIsComingUntilSomethingWasSaidOfIt() {
    hosts.put(fresh("ann"));
    assertThat(isOneComing("host", "stage", MADE.minusSeconds(1))).isTrue();
    assertThat(isOneComing("host", "stage", MADE.plusSeconds(1))).as("too old").isFalse();
    assertThat(isOneComing("host", "elsewhere", MADE.minusSeconds(1))).isFalse();
    assertThat(isOneComing("guest", "stage", MADE.minusSeconds(1))).isFalse();

    hosts.put(waiting("ann"));

    assertThat(isOneComing("host", "stage", MADE.minusSeconds(1))).isFalse();
  }

  @Test
  void whatIsInNoNamespaceIsComingToNone() {
    var everywhere =
        new ConfigMapBuilder(fresh("ann")).editMetadata().withNamespace(null).endMetadata().build();

    hosts.put(everywhere);

    assertThat(isOneComing("host", "stage", MADE.minusSeconds(1))).isFalse();
  }

  private boolean isOneComing(String kind, String namespace, Instant since) {
    return sources.isOneComing(kind, namespace, since);
  }

  @Test
  void whoIsKeptNeedsNobody() {
    hosts.put(fresh("ann"));
    guests.put(kept("bob"));

    hosts.put(kept("ann"));

    assertThat(guests.woken).isEmpty();
  }

  @Test
  void aRowThatOthersChangedBeforeItWasNamedIsLookedAtAgain() {
    hosts.put(fresh("ann"));
    sources.consider(change(), false);
    assertThat(hosts.woken).isEmpty();

    hosts.put(kept("ann"));

    assertThat(hosts.woken).containsExactly(id("ann"));
  }

  @Test
  void itsOwnChangeIsToldByTheStatusThatIsOnItsWay() {
    hosts.put(fresh("ann"));
    sources.consider(change(), true);

    hosts.put(kept("ann"));

    assertThat(hosts.woken).isEmpty();
  }

  @Test
  void aRowThatIsNamedIsLookedAtOnceForEachChange() {
    hosts.put(fresh("ann"));
    hosts.put(kept("ann"));

    sources.consider(change(), true);
    sources.consider(change(), false);
    hosts.put(fresh("ann"));
    hosts.put(kept("ann"));

    assertThat(hosts.woken).containsExactly(id("ann"), id("ann"));
  }

  private static Change change() {
    return new Change(UUID.randomUUID(), "host", UUID.fromString(ROW), null);
  }

  private static ResourceID id(String name) {
    return new ResourceID(name, "stage");
  }

  private static ConfigMap fresh(String name) {
    return resource(name, Map.of());
  }

  private static ConfigMap waiting(String name) {
    return resource(name, Map.of("said", "so"));
  }

  private static ConfigMap kept(String name) {
    return resource(name, Map.of("said", "so", "row", ROW));
  }

  private static ConfigMap resource(String name, Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("stage")
        .withCreationTimestamp(MADE.toString())
        .endMetadata()
        .withData(data)
        .build();
  }

  private static Wake<ConfigMap> wake(String subject, Function<ConfigMap, @Nullable Needed> needs) {
    return new Wake<>(
        subject,
        Set.of(),
        resource -> Optional.ofNullable(resource.getData().get("row")).stream().toList(),
        Set.of(),
        resource -> resource.getData().isEmpty() ? List.of() : List.of(said()),
        resource -> !resource.getData().containsKey("row"),
        needs,
        false);
  }

  private static Condition said() {
    return new Condition("Ready", ConditionStatus.FALSE, 1, "2026-01-01T00:00:00Z", "Said", "So.");
  }

  /** The resources of a kind, told of as an informer does: the cache first. */
  private final class Kind implements IndexerResourceCache<ConfigMap> {
    private final Map<ResourceID, ConfigMap> resources = new HashMap<>();
    private final Map<String, Function<ConfigMap, List<String>>> indexers = new HashMap<>();
    private final List<ResourceID> woken = new ArrayList<>();
    private final ChangeEventSource<ConfigMap> source;

    Kind(Wake<ConfigMap> wake) {
      source = new ChangeEventSource<>(this, wake, tenant -> Optional.empty(), sources, timer);
      source.setEventHandler(event -> woken.add(event.getRelatedCustomResourceID()));
      source.start();
      sources.add(source);
    }

    void put(ConfigMap resource) {
      var before = resources.put(ResourceID.fromResource(resource), resource);
      if (before != null) {
        source.onResourceUpdated(resource, before);
      }
    }

    void remove(ConfigMap resource) {
      resources.remove(ResourceID.fromResource(resource));
      source.onResourceDeleted(resource);
    }

    @Override
    public void addIndexers(Map<String, Function<ConfigMap, List<String>>> more) {
      indexers.putAll(more);
    }

    @Override
    public List<ConfigMap> byIndex(String index, String key) {
      return resources.values().stream()
          .filter(resource -> indexers.get(index).apply(resource).contains(key))
          .toList();
    }

    @Override
    public Optional<ConfigMap> get(ResourceID id) {
      return Optional.ofNullable(resources.get(id));
    }

    @Override
    public Stream<ResourceID> keys() {
      return resources.keySet().stream();
    }

    @Override
    public Stream<ConfigMap> list(Predicate<ConfigMap> predicate) {
      return resources.values().stream().filter(predicate);
    }

    @Override
    public Stream<ConfigMap> list(String namespace, Predicate<ConfigMap> predicate) {
      return list(predicate);
    }
  }
}
