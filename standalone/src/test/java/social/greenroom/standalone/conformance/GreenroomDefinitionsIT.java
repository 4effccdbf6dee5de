package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.crds.BrokenYaml;
import social.greenroom.standalone.kubeapi.GreenroomDefinitions;

/** Greenroom's own definitions, enforced: the examples are taken, what breaks a rule is refused. */
@ExtendWith(SharedApi.class)
class GreenroomDefinitionsIT {

  private static KubernetesClient client;

  @BeforeAll
  static void define() {
    client = SharedApi.get().client("default");
    GreenroomDefinitions.define(client);
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName("broken").endMetadata().build())
        .create();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  static List<BrokenYaml> broken() {
    return BrokenYaml.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void what_breaks_a_rule_is_refused_with_its_sentence(BrokenYaml yaml) {
    for (String document : yaml.acceptedBefore()) {
      apply(document);
    }

    assertThatThrownBy(
            () -> {
              if (yaml.acceptedBefore().isEmpty()) {
                client.resource(read(yaml.document())).create();
              } else {
                apply(yaml.document());
              }
            })
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(422))
        .hasMessageContaining(yaml.refused());
  }

  @Test
  void every_example_is_taken() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../examples"))) {
      List<Path> yamls = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      assertThat(yamls).isNotEmpty();
      for (Path yaml : yamls) {
        client.load(Files.newInputStream(yaml)).serverSideApply();
      }
    }
  }

  private static void apply(String document) {
    client.resource(read(document)).fieldManager("test").serverSideApply();
  }

  private static HasMetadata read(String document) {
    return Serialization.unmarshal(document, GenericKubernetesResource.class);
  }
}
