package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;

/** The operator against the embedded Kubernetes API and a real PostgreSQL. */
class ReconcilersIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static OperatorWorld world;

  @BeforeAll
  static void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  @Test
  void theExamplesBecomeReady() {
    eventually(Tenant.class, null, "northlight", "Ready", "True");
    eventually(Talent.class, "northlight", "aurora-lindqvist", "Ready", "True");
    eventually(Talent.class, "northlight", "dex-okonkwo", "Ready", "True");
    for (var account :
        List.of("aurora-linkedin", "aurora-x", "aurora-mastodon", "dex-x", "dex-mastodon")) {
      eventually(Account.class, "northlight", account, "Ready", "True");
    }
    eventually(McpServer.class, "northlight", "composio-x", "Ready", "True");
  }

  @Test
  void aRequestGetsAGenerateJob() throws IOException {
    world.applyExamples("50");
    eventually(PostRequest.class, "northlight", "open-lab-night", "Accepted", "True");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        world
                            .client()
                            .batch()
                            .v1()
                            .jobs()
                            .inNamespace("northlight")
                            .withLabel("greenroom.social/job", "generate")
                            .list()
                            .getItems())
                    .isNotEmpty());
  }

  private static <T extends CustomResource<?, ? extends Conditioned>> Condition eventually(
      Class<T> kind, String namespace, String name, String type, String status) {
    return await("%s %s is %s=%s".formatted(kind.getSimpleName(), name, type, status))
        .atMost(SOON)
        .until(
            () -> {
              var resources = world.client().resources(kind);
              var resource =
                  namespace == null
                      ? resources.withName(name).get()
                      : resources.inNamespace(namespace).withName(name).get();
              return resource == null || resource.getStatus() == null
                  ? null
                  : Conditions.find(resource.getStatus().conditions(), type).orElse(null);
            },
            condition -> condition != null && condition.status().name().equalsIgnoreCase(status));
  }
}
