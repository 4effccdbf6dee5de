package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;

import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.testing.SeededTenant;

/** An API server that fails for a while, and an operator that was away: nothing lost or doubled. */
class FaultsIT {
  /** An informer tries again after a pause that grows. */
  private static final Duration RECOVERED = Duration.ofSeconds(90);

  private static final int MOST_LINES = 150;

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
  void whatHappenedWhileTheApiServerFailedIsDoneOnce() throws Exception {
    var before = world.operator().log().lines().count();
    world.proxy().answer(500);
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    await().atMost(RECOVERED).until(() -> variant(approved.id()).state() == VariantState.QUEUED);
    rename("Dexter");
    world.apply(request("meanwhile"));
    refusedAgain();
    world.proxy().answer(429);
    refusedAgain();
    world.proxy().hang();
    refusedAgain();
    world.proxy().letThrough();

    await().atMost(RECOVERED).until(() -> name().equals("Dexter"));
    await().atMost(RECOVERED).until(() -> world.jobs("publish").size() == 1);
    await().atMost(RECOVERED).until(() -> world.jobs("generate").size() == 1);
    await().atMost(RECOVERED).until(() -> world.operator().ready());
    await()
        .during(Duration.ofSeconds(2))
        .atMost(RECOVERED)
        .untilAsserted(
            () -> {
              assertThat(world.jobs("publish")).hasSize(1);
              assertThat(world.jobs("generate")).hasSize(1);
            });
    assertThat(world.operator().log().lines().count() - before).isLessThan(MOST_LINES);
  }

  @Test
  void whatHappenedWhileTheOperatorWasAwayIsTakenUpOnce() throws Exception {
    world.apply(request("drafted"));
    await().atMost(RECOVERED).until(() -> world.jobs("generate").size() == 1);
    var request = requestId("drafted");
    world.operator().kill();

    stage(request, Stage.DRAFTING);
    stage(request, Stage.COMPLETE);
    complete("generate-" + request);
    var anHourAgo = Instant.now().minus(Duration.ofHours(1));
    var approved = tenant.approve(tenant.waiting("Hello."), anHourAgo);
    rename("Dexter");
    world.killAndStart();

    world.eventually(PostRequest.class, "drafted", "Succeeded", ConditionStatus.TRUE);
    await().atMost(RECOVERED).until(() -> variant(approved.id()).state() == VariantState.QUEUED);
    await().atMost(RECOVERED).until(() -> name().equals("Dexter"));
    await().atMost(RECOVERED).until(() -> world.jobs("publish").size() == 1);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(RECOVERED)
        .until(() -> world.jobs("publish").size() == 1);
    // A tick that was due has asked the persona too; this one wasn't drafted again.
    assertThat(world.jobs("generate"))
        .extracting(job -> job.getMetadata().getName())
        .containsOnlyOnce("generate-" + request);
    assertThat(world.find(PostRequest.class, "drafted").orElseThrow().getStatus().requestId())
        .isEqualTo(request.toString());
  }

  @Test
  void aDeploymentKeyThatIsAnotherIsToldByTheTenantUntilItIsBack() throws Exception {
    var file = folder.resolve("deployment.key");
    var right = Files.readString(file);
    Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
    world.killAndStart();

    world.eventually(Tenant.class, NAMESPACE, "Ready", ConditionStatus.FALSE);
    assertThat(world.condition(Tenant.class, NAMESPACE, "DatabaseReady"))
        .hasValueSatisfying(
            database -> assertThat(database.message()).contains("doesn't open", "restart"));

    Files.writeString(file, right);
    world.killAndStart();
    world.eventually(Tenant.class, NAMESPACE, "Ready", ConditionStatus.TRUE);
  }

  @Test
  void anOperatorThatCannotReadWhatItWatchesEnds() throws Exception {
    var operator = world.operator();
    world
        .client()
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("talents.greenroom.social")
        .edit(FaultsIT::withAnyLanguage);
    world.apply(
        new GenericKubernetesResourceBuilder()
            .withApiVersion("greenroom.social/v1alpha1")
            .withKind("Talent")
            .withNewMetadata()
            .withName("of-tomorrow")
            .withNamespace(NAMESPACE)
            .endMetadata()
            .addToAdditionalProperties(
                "spec",
                Map.of(
                    "slug",
                    "of-tomorrow",
                    "displayName",
                    "Tomorrow",
                    "owner",
                    Map.of("email", "tomorrow@northlight.example"),
                    "language",
                    Map.of("spoken", "en")))
            .build());

    operator.handle().onExit().get(RECOVERED.toSeconds(), TimeUnit.SECONDS);
    assertThat(operator.log()).contains("The watch of Talent can't go on: this operator ends");
  }

  /** As a later release's might be. */
  private static CustomResourceDefinition withAnyLanguage(CustomResourceDefinition talents) {
    var spec =
        talents
            .getSpec()
            .getVersions()
            .get(0)
            .getSchema()
            .getOpenAPIV3Schema()
            .getProperties()
            .get("spec")
            .getProperties();
    spec.put(
        "language",
        new JSONSchemaPropsBuilder().withXKubernetesPreserveUnknownFields(true).build());
    return talents;
  }

  private void refusedAgain() {
    var before = world.proxy().refused();
    await().atMost(RECOVERED).until(() -> world.proxy().refused() > before + 5);
  }

  private void rename(String name) {
    world
        .client()
        .resources(Talent.class)
        .inNamespace(NAMESPACE)
        .withName("dex-okonkwo")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\": {\"displayName\": \"%s\"}}".formatted(name));
  }

  private String name() {
    return world
        .tenants()
        .in(tenant.id(), session -> session.talents().byName("dex-okonkwo"))
        .orElseThrow()
        .displayName();
  }

  private VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  private void stage(UUID request, Stage stage) {
    world.tenants().run(tenant.id(), session -> session.requests().advance(request, stage, null));
  }

  private UUID requestId(String name) {
    world.eventually(PostRequest.class, name, "Accepted", ConditionStatus.TRUE);
    return UUID.fromString(
        world.find(PostRequest.class, name).orElseThrow().getStatus().requestId());
  }

  private void complete(String job) {
    var jobs = world.client().batch().v1().jobs().inNamespace(NAMESPACE);
    new JobController(world.client()).complete(jobs.withName(job).get());
  }

  private static String request(String name) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata: {name: %s, namespace: northlight}
        spec: {talentRef: {name: aurora-lindqvist}, prompt: Say hello.}
        """
        .formatted(name);
  }
}
