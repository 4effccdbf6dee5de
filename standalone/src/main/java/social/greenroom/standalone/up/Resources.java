package social.greenroom.standalone.up;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import social.greenroom.crds.Crds;
import social.greenroom.crds.talent.Talent;
import social.greenroom.standalone.data.StartException;

/**
 * Applies resources to the embedded Kubernetes API, as {@code kubectl apply --server-side} would.
 */
final class Resources {
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("greenroom-up")
          .withForce(true)
          .build();
  private static final String EXAMPLE_SANDBOX = "http://127.0.0.1:8090";

  private static final String OPERATOR_NAMESPACE = "greenroom-system";

  private final KubernetesClient client;

  Resources(KubernetesClient client) {
    this.client = client;
  }

  /** The resource types, and the operator's own namespace. */
  void applyFoundation() {
    Crds.all().forEach(this::apply);
    apply(
        new NamespaceBuilder()
            .withNewMetadata()
            .withName(OPERATOR_NAMESPACE)
            .endMetadata()
            .build());
  }

  void apply(InputStream yaml) {
    client.load(yaml).items().forEach(this::apply);
  }

  /**
   * Applies every YAML file of the folder in the order of names, with the sandbox's real address.
   */
  void applyExamples(Path folder, String sandbox) {
    for (var file : yamlFiles(folder)) {
      try {
        var text = Files.readString(file).replace(EXAMPLE_SANDBOX, sandbox);
        apply(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new StartException("The example %s can't be read.".formatted(file), e);
      }
    }
  }

  /** How many talents there are. */
  int talents() {
    return client.resources(Talent.class).inAnyNamespace().list().getItems().size();
  }

  private void apply(HasMetadata resource) {
    client.resource(resource).patch(APPLY);
  }

  private static List<Path> yamlFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new StartException(
          "The examples aren't in %s. Start with --no-examples, or from a whole clone."
              .formatted(folder),
          e);
    }
  }
}
