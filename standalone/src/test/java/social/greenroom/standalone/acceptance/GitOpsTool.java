package social.greenroom.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import social.greenroom.standalone.up.KubernetesAccess;

/**
 * Does what a GitOps tool does with a folder: applies it in its own name, with its label and
 * tracking annotation on everything; sees what drifted; and prunes what was taken out.
 */
final class GitOpsTool implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("argocd-controller")
          .withForce(true)
          .build();

  private final KubernetesClient client;

  GitOpsTool(String kubernetes) {
    this.client = KubernetesAccess.client(kubernetes);
  }

  KubernetesClient client() {
    return client;
  }

  /** The resources of the folder's YAML, as the tool tracks them. */
  List<HasMetadata> track(String yaml) {
    var resources =
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
    for (var resource : resources) {
      var metadata = resource.getMetadata();
      metadata.getLabels().put("app.kubernetes.io/instance", "agency");
      metadata
          .getAnnotations()
          .put(
              "argocd.argoproj.io/tracking-id",
              "agency:%s/%s".formatted(resource.getKind(), metadata.getName()));
    }
    return resources;
  }

  void apply(List<HasMetadata> folder) {
    folder.forEach(resource -> client.resource(resource).patch(APPLY));
  }

  /** True where applying the folder would change nothing. */
  boolean synced(List<HasMetadata> folder) {
    return folder.stream()
        .allMatch(
            resource -> {
              var before = client.resource(resource).get();
              var after = client.resource(resource).patch(APPLY);
              return before != null
                  && before
                      .getMetadata()
                      .getGeneration()
                      .equals(after.getMetadata().getGeneration());
            });
  }

  /** Deletes them all at once, and waits until they are gone. */
  void prune(List<HasMetadata> folder) {
    folder.forEach(resource -> client.resource(resource).delete());
    await()
        .atMost(SOON)
        .until(() -> folder.stream().allMatch(resource -> client.resource(resource).get() == null));
  }

  @Override
  public void close() {
    client.close();
  }
}
