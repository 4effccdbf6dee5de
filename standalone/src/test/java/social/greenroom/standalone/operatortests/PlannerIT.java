package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.DispatchRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;

/** From an approval to a dispatch and its publish Job, and what becomes of both. */
class PlannerIT {
  /** As one hears it who may do everything, and one whose permissions went with the namespace. */
  private static final Pattern GONE = Pattern.compile("namespaces? \"ghost\"");

  private static final int WATCH_IS_SLOW = 20;

  private static final String GHOST =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: ghost
        labels:
          greenroom.social/tenant: ghost
      ---
      apiVersion: greenroom.social/v1alpha1
      kind: Tenant
      metadata:
        name: ghost
      spec:
        displayName: Ghost
        namespace: ghost
      """;

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
  void anApprovedPostThatIsDueGetsADispatchAndAJobNamedAfterIt() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var queued = eventually(approved.id(), VariantState.QUEUED);
    var job = jobOf(queued.dispatchId());
    assertThat(job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
        .containsExactly("publish", "--dispatch", queued.dispatchId().toString());
    assertThat(job.getMetadata().getOwnerReferences().get(0).getKind()).isEqualTo("Tenant");
    assertThat(job.getMetadata().getName()).isEqualTo(dispatch(queued.dispatchId()).jobName());
  }

  @Test
  void aPostOfLaterWaitsUntilShortlyBeforeItsTime() {
    var due = Instant.now().plusSeconds(7);
    var approved = tenant.approve(tenant.waiting("Later."), due);
    var queued = eventually(approved.id(), VariantState.QUEUED);
    assertThat(dispatch(queued.dispatchId()).createdAt()).isBetween(due.minusSeconds(4), due);
  }

  @Test
  void whatAnEndedJobLeftQueuedIsPlannedAgain() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    controller().complete(jobOf(first));
    await().atMost(SOON).until(() -> dispatch(first).endedAt() != null);
    await()
        .atMost(SOON)
        .until(
            () -> {
              var dispatched = variant(approved.id()).dispatchId();
              return dispatched != null && !dispatched.equals(first);
            });
  }

  @Test
  void aJobThatWasDeletedEndsItsDispatch() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    world.client().resource(jobOf(first)).delete();
    await().atMost(SOON).until(() -> dispatch(first).endedAt() != null);
  }

  @Test
  void aJobThatWasDeletedUnseenIsntMadeAgain() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    var job = jobOf(first);
    // The longer the watch fails, the later it is tried again: the poll notices first.
    world.proxy().answer(500);
    await().atMost(SOON).until(() -> world.proxy().refused() > WATCH_IS_SLOW);
    world.client().resource(job).delete();
    world.proxy().letThrough();
    await().atMost(SOON.multipliedBy(3)).until(() -> dispatch(first).endedAt() != null);
  }

  @Test
  void aFailedJobWithAPodLeftKeepsItsDispatchOpen() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    var job = jobOf(first);
    var pod = controller().runPod(job);
    controller().fail(job);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(() -> dispatch(first).endedAt() == null);
    world.client().resource(pod).withGracePeriod(0).delete();
    await().atMost(SOON).until(() -> dispatch(first).endedAt() != null);
  }

  @Test
  void aTenantWhoseNamespaceIsGoneHoldsUpNobodyElse() throws IOException {
    world.apply(GHOST);
    world.eventually(Tenant.class, "ghost", "Ready", ConditionStatus.TRUE);
    var ghost = world.lookup().tenantByName("ghost").orElseThrow().id();
    world.client().namespaces().withName("ghost").delete();
    await().atMost(SOON).until(() -> world.client().namespaces().withName("ghost").get() == null);
    var stuck = world.tenants().in(ghost, session -> session.dispatches().plan(Instant.now()));
    await().atMost(SOON).until(() -> GONE.matcher(world.operator().log()).find());

    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    world.client().resource(jobOf(first)).delete();
    await().atMost(SOON).until(() -> dispatch(first).endedAt() != null);
    var open = world.tenants().in(ghost, session -> session.dispatches().open());
    assertThat(open).extracting(DispatchRow::id).containsExactly(stuck.id());
  }

  @Test
  void aDispatchWhoseJobWasNeverMadeGetsItAfterARestart() throws Exception {
    world.operator().kill();
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var planned =
        world
            .tenants()
            .in(
                tenant.id(),
                session -> {
                  var dispatch = session.dispatches().plan(Instant.now());
                  session.planning().queue(dispatch.id(), Instant.now(), 10);
                  return dispatch;
                });
    world.killAndStart();
    assertThat(jobOf(planned.id())).isNotNull();
    assertThat(variant(approved.id()).dispatchId()).isEqualTo(planned.id());
    assertThat(world.jobs("publish")).hasSize(1);
  }

  @Test
  void aStopPullsBackWhatIsQueued() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    eventually(approved.id(), VariantState.QUEUED);
    world
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .stops()
                    .set(
                        new NewStop(
                            null,
                            null,
                            "panic",
                            StopPolicy.HOLD_AND_DRAIN,
                            "Panic.",
                            "Aurora",
                            null)));
    var held = eventually(approved.id(), VariantState.APPROVED);
    assertThat(held.scheduleReason()).isEqualTo("Aurora stopped everything: Panic.");
  }

  @Test
  void aLostSenderIsLookedForByAJobOfItsOwn() {
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    world
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var claim = session.claims().claim("lost-worker", first, 1).get(0);
              session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY);
            });
    controller().complete(jobOf(first));
    var settling = eventuallyAnotherThan(first);
    assertThat(jobOf(settling.id())).isNotNull();
    assertThat(variant(approved.id()).state()).isEqualTo(VariantState.PUBLISHING);
  }

  @Test
  void whatFollowsAPostAndWasLeftBehindGetsAJobOfItsOwn() {
    var draft = tenant.draft("Hello.");
    var payload =
        CanonicalPayload.write(
            new Payload(
                Platform.MASTODON,
                tenant.remoteId(),
                "Hello.",
                List.of(),
                "And one more thing.",
                null,
                List.of(),
                new TreeMap<>()));
    world
        .tenants()
        .run(
            tenant.id(), session -> session.desk().edit(draft.id(), draft.version(), payload, "A"));
    var approved = tenant.approve(tenant.submit(draft), Instant.now());
    var first = eventually(approved.id(), VariantState.QUEUED).dispatchId();
    world
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var claim = session.claims().claim("lost-worker", first, 1).get(0);
              var attempt = session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY);
              var out = Finish.of(new PublishOutcome.Published("1", null), Instant.now());
              session.attempts().finish(claim, attempt.id(), out);
            });
    controller().complete(jobOf(first));
    var following = eventuallyAnotherThan(first);
    assertThat(jobOf(following.id())).isNotNull();
  }

  private DispatchRow eventuallyAnotherThan(UUID first) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                world.tenants().in(tenant.id(), session -> session.dispatches().open()).stream()
                    .filter(dispatch -> !dispatch.id().equals(first))
                    .findFirst()
                    .orElse(null),
            dispatch -> dispatch != null);
  }

  private JobController controller() {
    return new JobController(world.client());
  }

  private VariantRow eventually(UUID id, VariantState state) {
    return await("variant is " + state)
        .atMost(SOON)
        .until(() -> variant(id), variant -> variant.state() == state);
  }

  private VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  private DispatchRow dispatch(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.dispatches().find(id)).orElseThrow();
  }

  private Job jobOf(UUID dispatchId) {
    return await("the Job of dispatch " + dispatchId)
        .atMost(SOON)
        .until(
            () ->
                world
                    .client()
                    .batch()
                    .v1()
                    .jobs()
                    .inNamespace(NAMESPACE)
                    .withName("publish-" + dispatchId)
                    .get(),
            job -> job != null);
  }
}
