package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.crds.condition.ConditionStatus.UNKNOWN;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.crds.request.RequestPost;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.IntakeRow;
import social.greenroom.store.request.IntakeSpec;
import social.greenroom.store.request.NewIntake;
import social.greenroom.store.request.Stage;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;

/** Post requests: from the resource to the Jobs, and from the rows to the conditions. */
class RequestsIT {
  @TempDir static Path folder;
  private static OperatorWorld world;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  @Test
  void aRequestGetsAJobAndSucceedsWhenItsDraftsAreThere() {
    world.apply(request("a-thought", "Say hello.", ""));
    var id = requestId("a-thought");
    var job = jobOf("generate", id);
    assertThat(job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
        .containsExactly("generate", "--request", id.toString());
    assertThat(job.getSpec().getTemplate().getSpec().getAutomountServiceAccountToken()).isFalse();
    assertThat(job.getMetadata().getOwnerReferences().get(0).getName()).isEqualTo("a-thought");

    stage(id, Stage.DRAFTING);
    assertThat(world.eventually(PostRequest.class, "a-thought", "Analyzed", TRUE)).isNotNull();
    assertThat(world.condition(PostRequest.class, "a-thought", "Succeeded").orElseThrow().status())
        .isEqualTo(UNKNOWN);
    draft(id, "Hello.");
    stage(id, Stage.COMPLETE);

    var succeeded = world.eventually(PostRequest.class, "a-thought", "Succeeded", TRUE);
    assertThat(succeeded.reason()).isEqualTo("Complete");
    assertThat(succeeded.message()).isEqualTo("1 drafts wait for their owner.");
    assertThat(status("a-thought").drafts()).isEqualTo(1);
    assertThat(world.condition(PostRequest.class, "a-thought", "Reconciling")).isEmpty();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(world.events("a-thought")).contains("Accepted", "JobMade", "Drafted"));
  }

  @Test
  void itsStatusTellsWhichRuleHoldsAPost() {
    world.apply(request("held", "Say hello.", ""));
    var id = requestId("held");
    stage(id, Stage.DRAFTING);
    var draft = draft(id, "Hello.");
    stage(id, Stage.COMPLETE);
    world.eventually(PostRequest.class, "held", "Succeeded", TRUE);
    assertThat(post("held"))
        .isEqualTo(
            new RequestPost(
                draft.id().toString(), "aurora-mastodon", "AwaitingApproval", null, null));

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
                            tenant.accountId(),
                            "pause",
                            StopPolicy.HOLD,
                            "The lab moves house.",
                            "Ada",
                            null)));
    var approved = tenant.approve(variant(draft.id()), Instant.now());

    var held =
        await()
            .atMost(SOON)
            .until(() -> post("held"), post -> post.reason() != null && post.time() != null);
    assertThat(held.state()).isEqualTo("Approved");
    assertThat(held.reason())
        .isEqualTo(variant(draft.id()).scheduleReason())
        .contains("The lab moves house.");
    assertThat(held.time()).isEqualTo(approved.dueAt().truncatedTo(ChronoUnit.SECONDS));
    delete("held");
  }

  @Test
  void pictureMakingGetsARenderJob() {
    world.apply(request("a-picture", "Show the glacier.", ""));
    var id = requestId("a-picture");
    stage(id, Stage.RENDERING);
    var job = jobOf("render", id);
    var variables = job.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv();
    assertThat(variables)
        .extracting(variable -> variable.getName())
        .containsExactlyInAnyOrder(
            "GREENROOM_WORKER_ID",
            "GREENROOM_LOG_FORMAT",
            "GREENROOM_MEDIA_URL",
            "GREENROOM_MEDIA_TOKEN");
    assertThat(job.getSpec().getPodFailurePolicy().getRules())
        .as("for good; the database was away; the pod was evicted")
        .extracting(PodFailurePolicyRule::getAction)
        .containsExactly("FailJob", "Ignore", "Ignore");
    var tokens = world.find(Secret.class, "greenroom-renders").orElseThrow();
    assertThat(tokens.getData()).containsKey(id.toString());
    world.eventually(PostRequest.class, "a-picture", "Drafted", TRUE);
  }

  @Test
  void anUnknownAccountIsNamedAndTheRequestGoesOnOnceItExists() {
    world.apply(request("too-early", "Say hello.", "accountRefs: [{name: aurora-later}]"));
    var refused = world.eventually(PostRequest.class, "too-early", "Accepted", FALSE);
    assertThat(refused.reason()).isEqualTo("UnknownAccount");
    assertThat(refused.message()).contains("accountRefs").contains("'aurora-later'");
    await().atMost(SOON).until(() -> world.events("too-early").contains("Refused"));

    world.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata:
          name: aurora-later
          namespace: northlight
        spec:
          talentRef:
            name: aurora-lindqvist
          platform: x
          channel: mcp
          handle: later
          remoteId: "later"
        """);
    world.eventually(PostRequest.class, "too-early", "Accepted", TRUE);
  }

  @Test
  void anUnknownTalentIsNamed() {
    world.apply(request("nobody", "Say hello.", "").replace("aurora-lindqvist", "nobody"));
    var refused = world.eventually(PostRequest.class, "nobody", "Accepted", FALSE);
    assertThat(refused.message()).contains("Talent 'nobody'");
  }

  @Test
  void aJobThatFailsForGoodFailsTheRequest() {
    world.apply(request("bad-luck", "Say hello.", ""));
    var id = requestId("bad-luck");
    new JobController(world.client()).fail(jobOf("generate", id));
    var failed = world.eventually(PostRequest.class, "bad-luck", "Succeeded", FALSE);
    assertThat(failed.reason()).isEqualTo("Failed");
    assertThat(failed.message()).contains("generate Job failed").contains("backoff limit");
    world.eventually(PostRequest.class, "bad-luck", "Stalled", TRUE);
  }

  @Test
  void aRenderJobThatDiesForGoodBlocksTheDraftsThatLackTheirPictures() {
    world.apply(request("no-picture", "Say hello.", ""));
    var id = requestId("no-picture");
    jobOf("generate", id);
    var draft = undrawn(id, "Look at this.");
    stage(id, Stage.RENDERING);

    new JobController(world.client()).fail(jobOf("render", id));

    world.eventually(PostRequest.class, "no-picture", "Succeeded", FALSE);
    var after =
        world
            .tenants()
            .in(tenant.id(), session -> session.variants().find(draft.id()).orElseThrow());
    assertThat(after.state()).isEqualTo(VariantState.BLOCKED);
    assertThat(after.blockedReason()).contains("Its picture wasn't made");
  }

  @Test
  void deletingARequestCancelsItsDraftsAndMakingItAgainDraftsNothing() {
    var yaml = request("second-thoughts", "Say goodbye.", "");
    world.apply(yaml);
    var id = requestId("second-thoughts");
    var variant = draft(id, "Goodbye.");
    stage(id, Stage.COMPLETE);
    world.eventually(PostRequest.class, "second-thoughts", "Succeeded", TRUE);

    delete("second-thoughts");
    assertThat(variant(variant.id()).state()).isEqualTo(VariantState.CANCELLED);
    assertThat(variant(variant.id()).cancelledReason()).contains("second-thoughts was deleted");

    await()
        .pollDelay(Duration.ofMillis(1100))
        .atMost(SOON)
        .until(() -> world.find(PostRequest.class, "second-thoughts").isEmpty());
    world.apply(yaml);
    var accepted = world.eventually(PostRequest.class, "second-thoughts", "Accepted", TRUE);
    assertThat(accepted.reason()).isEqualTo("AlreadyDone");
    assertThat(requestId("second-thoughts")).isEqualTo(id);
    List<VariantRow> variants =
        world.tenants().in(tenant.id(), session -> session.variants().ofRequest(id));
    assertThat(variants).hasSize(1);
  }

  @Test
  void aRequestWhoseTimeIsOverGoesAndItsDraftsStay() {
    world.apply(request("short-lived", "Say hello.", "ttlSecondsAfterFinished: 1"));
    var id = requestId("short-lived");
    var variant = draft(id, "Hello.");
    stage(id, Stage.COMPLETE);
    await().atMost(SOON).until(() -> world.find(PostRequest.class, "short-lived").isEmpty());
    assertThat(variant(variant.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void whatWasHandedInBecomesARequestOnce() {
    var intake =
        new NewIntake(
            tenant.talentId(),
            Origin.PORTAL,
            UUID.randomUUID().toString(),
            new IntakeSpec("Tell them about the lab.", List.of(), List.of(), null, null),
            "Aurora");
    var row = world.tenants().in(tenant.id(), session -> session.intake().accept(intake));
    var again = world.tenants().in(tenant.id(), session -> session.intake().accept(intake));
    assertThat(again.requestName()).isEqualTo(row.requestName());
    world.eventually(PostRequest.class, row.requestName(), "Accepted", TRUE);
    assertThat(requestId(row.requestName())).isEqualTo(row.id());
    assertThat(
            world
                .tenants()
                .in(tenant.id(), session -> session.intake().find(row.id()))
                .orElseThrow()
                .state())
        .isEqualTo("requested");
  }

  @Test
  void whatTheApiRefusesIsRefusedToWhoAskedAndTheNextOneIsTakenUp() {
    var refused = handIn(new IntakeSpec("A link.", List.of(), List.of(), null, "ftp://no"));
    var good = handIn(new IntakeSpec("Tell them more.", List.of(), List.of(), null, null));

    world.eventually(PostRequest.class, good.requestName(), "Accepted", TRUE);
    var settled =
        await().atMost(SOON).until(() -> intake(refused.id()), row -> row.settledAt() != null);
    assertThat(settled.state()).isEqualTo("refused");
    assertThat(settled.message()).contains("spec.link");
    assertThat(world.find(PostRequest.class, refused.requestName())).isEmpty();
  }

  @Test
  void whoHandedItInLearnsThatItWaitsAndThatItWasDeleted() {
    world.apply(unconnected("handed-in"));
    var account =
        await()
            .atMost(SOON)
            .until(
                () ->
                    world
                        .tenants()
                        .in(tenant.id(), session -> session.accounts().byName("handed-in")),
                Optional::isPresent)
            .orElseThrow();
    var row = handIn(new IntakeSpec("Hello.", List.of(account.id()), List.of(), null, null));

    var waiting =
        await().atMost(SOON).until(() -> intake(row.id()), seen -> seen.message() != null);
    assertThat(waiting.state()).isEqualTo("requested");
    assertThat(waiting.message()).contains("isn't connected yet");

    world
        .client()
        .resource(world.find(PostRequest.class, row.requestName()).orElseThrow())
        .delete();
    await().atMost(SOON).until(() -> intake(row.id()).state().equals("refused"));
    assertThat(intake(row.id()).message()).contains("was deleted");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(() -> world.find(PostRequest.class, row.requestName()).isEmpty());
  }

  private static String unconnected(String name) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata:
          name: %s
          namespace: northlight
        spec:
          talentRef:
            name: aurora-lindqvist
          platform: x
          channel: mcp
          handle: %s
        """
        .formatted(name, name);
  }

  /** A talent's owner may have said yes ahead to what comes that way. */
  @Test
  void nobodyClaimsByHandThatItCameInThePortalOrFromThePersona() {
    world.apply(request("from-nowhere", "Say hello.", "source: portal"));
    var refused = world.eventually(PostRequest.class, "from-nowhere", "Accepted", FALSE);
    assertThat(refused.reason()).isEqualTo("NotTakenIn");

    world.apply(request("puppet", "Say hello.", "source: persona"));
    var puppet = world.eventually(PostRequest.class, "puppet", "Accepted", FALSE);
    assertThat(puppet.reason()).isEqualTo("NotThePersonas");
  }

  @Test
  void whatWasTakenInCannotBeMadeAgainInOtherWords() {
    var row = handIn(new IntakeSpec("Tell them about the lab.", List.of(), List.of(), null, null));
    world.eventually(PostRequest.class, row.requestName(), "Accepted", TRUE);
    delete(row.requestName());
    world.apply(request(row.requestName(), "Tell them about the sale.", "source: rest"));
    var refused = world.eventually(PostRequest.class, row.requestName(), "Accepted", FALSE);
    assertThat(refused.reason()).isEqualTo("NotTakenIn");
  }

  private static IntakeRow handIn(IntakeSpec spec) {
    var key = UUID.randomUUID().toString();
    var intake = new NewIntake(tenant.talentId(), Origin.REST, key, spec, "Aurora");
    return world.tenants().in(tenant.id(), session -> session.intake().accept(intake));
  }

  private static IntakeRow intake(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.intake().find(id)).orElseThrow();
  }

  @Test
  void aKilledOperatorGoesOnWhereItWas() throws Exception {
    world.apply(request("interrupted", "Say hello.", ""));
    var id = requestId("interrupted");
    world.operator().kill();
    draft(id, "Hello.");
    stage(id, Stage.COMPLETE);
    world.killAndStart();
    world.eventually(PostRequest.class, "interrupted", "Succeeded", TRUE);
  }

  private static String request(String name, String prompt, String more) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata:
          name: %s
          namespace: northlight
        spec:
          talentRef:
            name: aurora-lindqvist
          prompt: %s
          %s
        """
        .formatted(name, prompt, more);
  }

  private static PostRequestStatus status(String name) {
    return world.find(PostRequest.class, name).orElseThrow().getStatus();
  }

  /** The one post that its status tells of. */
  private static RequestPost post(String name) {
    var posts = status(name).posts();
    assertThat(posts).hasSize(1);
    return posts.get(0);
  }

  private static UUID requestId(String name) {
    world.eventually(PostRequest.class, name, "Accepted", TRUE);
    return UUID.fromString(status(name).requestId());
  }

  private static Job jobOf(String kind, UUID requestId) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                world
                    .client()
                    .batch()
                    .v1()
                    .jobs()
                    .inNamespace(NAMESPACE)
                    .withName("%s-%s".formatted(kind, requestId))
                    .get(),
            job -> job != null);
  }

  private static void stage(UUID requestId, Stage stage) {
    world.tenants().run(tenant.id(), session -> session.requests().advance(requestId, stage, null));
  }

  /** A draft whose picture is still to be rendered. */
  private static VariantRow undrawn(UUID requestId, String text) {
    return world
        .tenants()
        .in(
            tenant.id(),
            session -> {
              var source = "ab".repeat(32);
              session
                  .media()
                  .original(new NewMedia(source, "image/png", 10, 10, 10, "a.png", "test"));
              var draft = GenerateJob.draft(session, tenant, requestId, text);
              session.media().attach(draft.id(), 0, source, "A picture.");
              return draft;
            });
  }

  private static VariantRow draft(UUID requestId, String text) {
    return world
        .tenants()
        .in(
            tenant.id(),
            session -> {
              var draft = GenerateJob.draft(session, tenant, requestId, text);
              session.variants().submit(draft.id(), "test");
              return draft;
            });
  }

  private static VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  private static void delete(String name) {
    world.find(PostRequest.class, name).ifPresent(found -> world.client().resource(found).delete());
    await().atMost(SOON).until(() -> world.find(PostRequest.class, name).isEmpty());
  }
}
