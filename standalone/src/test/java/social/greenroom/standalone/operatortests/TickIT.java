package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.RequestSource;

/** The tick asks the persona where a week has gaps, and not more than once at a time. */
class TickIT {
  @TempDir Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder, Map.of("greenroom.operator.tick-check", "300ms"));
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void eachTalentWithGapsIsAskedOnceAndNotAgainWhileThatIsOpen() throws IOException {
    world.applyExamples("0", "1", "2", "3", "4");
    await().atMost(SOON).until(() -> ticks().size() == 2);
    assertThat(ticks())
        .extracting(request -> request.getSpec().talentRef().name())
        .containsExactlyInAnyOrder("aurora-lindqvist", "dex-okonkwo");
    assertThat(ticks())
        .allSatisfy(request -> assertThat(request.getSpec().accountRefs()).isNotEmpty())
        .allSatisfy(request -> assertThat(request.getSpec().ttlSecondsAfterFinished()).isNotNull());
    await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> ticks().size() == 2);
  }

  @Test
  void aTalentOnHoldIsNotAsked() throws IOException {
    world.applyExamples("0", "1", "2");
    world.apply(
        Files.readString(Path.of("../examples/31-talent-dex-okonkwo.yaml"))
            .replace("stopPolicy: None", "stopPolicy: Hold"));
    world.applyExamples("30", "4");
    await().atMost(SOON).until(() -> ticks().size() == 1);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(ticks())
                    .extracting(request -> request.getSpec().talentRef())
                    .containsExactly(new ResourceRef("aurora-lindqvist")));
  }

  @Test
  void aTenantThatCantBeAskedKeepsNobodyElseFromIt() throws IOException {
    // Without a namespace no request can be made; by its name it is looked at first.
    world.seedTenant("a-ghost");
    await().atMost(SOON).until(() -> world.operator().log().contains("tenant a-ghost"));

    world.applyExamples("0", "1", "2", "3", "4");
    await().atMost(SOON).until(() -> ticks().size() == 2);
  }

  private List<PostRequest> ticks() {
    return world
        .client()
        .resources(PostRequest.class)
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .stream()
        .filter(request -> request.getSpec().source() == RequestSource.PERSONA)
        .toList();
  }
}
