package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.testing.SeededTenant;

/** The operator's metrics, as its endpoint tells them and as the reference lists them. */
class MetricsIT {
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (greenroom_\\w+) (\\w+)$");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(greenroom_\\w+)` \\|");

  @TempDir Path folder;
  private OperatorWorld world;
  private SeededTenant tenant;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void theReferenceListsWhatTheEndpointTells() throws Exception {
    var listed = listed();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(told(world.operator().metrics())).isEqualTo(listed));
  }

  @Test
  void countsReconcilesJobsQueuesAndLateness() throws Exception {
    eventuallyTells(
        "greenroom_reconcile_seconds_count{controller=\"talent\",outcome=\"reconciled\"} ");
    eventuallyTells("greenroom_reconcile_queue{controller=\"account\"} 0.0");
    eventuallyTells("greenroom_leader 1.0");

    var due = Instant.now().minusSeconds(3);
    var approved = tenant.approve(tenant.waiting("Hello."), due);
    await().atMost(SOON).until(() -> variant(approved.id()).state() == VariantState.QUEUED);
    eventuallyTells("greenroom_jobs_started_total{kind=\"publish\"} 1.0");
    eventuallyTells("greenroom_publish_queue_posts 1.0");

    publish(approved.id());
    eventuallyTells("greenroom_publish_lateness_seconds_count 1");
    eventuallyTells("greenroom_publish_lateness_seconds_bucket{le=\"2.0\"} 0");
    eventuallyTells("greenroom_publish_queue_posts 0.0");
  }

  @Test
  void countsWhatNobodyKnewWhoWasAskedAndWhatSettledIt() throws Exception {
    var approved = tenant.approve(tenant.waiting("Nobody knows."), Instant.now().minusSeconds(3));
    await().atMost(SOON).until(() -> variant(approved.id()).state() == VariantState.QUEUED);
    world
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var attempt = attempt(session, approved.id(), new Unknown("It was cut off."));
              session.settlements().ask(attempt, "It can't be read.", List.of());
            });
    eventuallyTells("greenroom_unknown_calls_total 1.0");
    eventuallyTells("greenroom_asked_calls_total 1.0");
    eventuallyTells("greenroom_settled_calls_total{through=\"person\"} 0.0");

    var version = variant(approved.id()).version();
    world
        .tenants()
        .run(
            tenant.id(),
            session -> session.settlements().published(approved.id(), version, null, null, "Ada"));
    eventuallyTells("greenroom_settled_calls_total{through=\"person\"} 1.0");
    eventuallyTells("greenroom_unknown_calls_total 1.0");
    eventuallyTells("greenroom_altered_calls_total 0.0");
  }

  /**
   * The ledger is counted every 10 seconds, so that one count missed on a busy machine is a third
   * of SOON.
   */
  private void eventuallyTells(String line) {
    await(line)
        .atMost(SOON.multipliedBy(3))
        .untilAsserted(() -> assertThat(world.operator().metrics()).contains(line));
  }

  private VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  /** What a publish Job does, without a network. */
  private void publish(UUID id) {
    world
        .tenants()
        .run(
            tenant.id(),
            session -> attempt(session, id, new Published("1", "https://example.org/1")));
  }

  private static AttemptRow attempt(TenantSession session, UUID id, PublishOutcome outcome) {
    var dispatch = session.variants().find(id).orElseThrow().dispatchId();
    var claim = session.claims().claim("test", dispatch, 1).get(0);
    var attempt = session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY);
    session.attempts().finish(claim, attempt.id(), Finish.of(outcome, Instant.now()));
    return attempt;
  }

  /** A counter's type line leaves out the ending that its samples have. */
  private static Set<String> told(String metrics) {
    return TYPE.matcher(metrics)
        .results()
        .map(found -> found.group(1) + (found.group(2).equals("counter") ? "_total" : ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> listed() throws IOException {
    return LISTED
        .matcher(Files.readString(Path.of("../docs/reference/metrics.md")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
