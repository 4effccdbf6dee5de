package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.request.Stage;
import social.greenroom.store.testing.SeededTenant;

/** Where nothing changes, nothing is written. */
class SteadyStateIT {
  private static final Pattern RECONCILES =
      Pattern.compile("greenroom_reconcile_seconds_count\\{[^}]*} (\\d+)");

  /** What is missing for that long is told in an event, once. */
  private static final Duration NEW = Duration.ofSeconds(6);

  private final Instant begin = Instant.now();

  @TempDir Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("");
    drafted(world.northlight());
  }

  /** One that has ended, so that its status tells of what it became. */
  private void drafted(SeededTenant tenant) {
    world.eventually(PostRequest.class, "open-lab-night", "Accepted", ConditionStatus.TRUE);
    var request = world.find(PostRequest.class, "open-lab-night").orElseThrow();
    var id = UUID.fromString(request.getStatus().requestId());
    world
        .tenants()
        .run(
            tenant.id(),
            session -> {
              session.requests().advance(id, Stage.DRAFTING, null);
              GenerateJob.draft(session, tenant, id, "Come by night.");
              session.requests().advance(id, Stage.COMPLETE, null);
            });
    world.eventually(PostRequest.class, "open-lab-night", "Succeeded", ConditionStatus.TRUE);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void everythingIsReconciledAnewWithoutAWrite() throws Exception {
    await().atMost(SOON).until(() -> Duration.between(begin, Instant.now()).compareTo(NEW) > 0);
    reconcileAll();
    settle();
    var version = world.version();
    var write = world.lastWrite();

    reconcileAll();

    await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> world.version() == version);
    assertThat(world.lastWrite()).isEqualTo(write);
  }

  private void reconcileAll() throws Exception {
    world.killAndStart();
    await().atMost(SOON).until(() -> reconciles() >= resources());
  }

  /** Everything says what it will say, and the last event is told. */
  private void settle() {
    var seen = new AtomicLong();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> seen.getAndSet(world.version()) == seen.get());
  }

  private int resources() {
    return Stream.of(
            Tenant.class,
            McpServer.class,
            Talent.class,
            Account.class,
            PostRequest.class,
            PostSeries.class)
        .mapToInt(kind -> world.client().resources(kind).inAnyNamespace().list().getItems().size())
        .sum();
  }

  private long reconciles() throws IOException, InterruptedException {
    return RECONCILES
        .matcher(world.operator().metrics())
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }
}
