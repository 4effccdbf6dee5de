package social.greenroom.standalone.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.crds.BrokenYaml;

/** Greenroom's own definitions, enforced: the examples are taken, what breaks a rule is refused. */
class GreenroomDefinitionsIT {

  private static final String DEFINITIONS = "/META-INF/greenroom/crds/";
  private static final List<String> PLURALS =
      List.of("tenants", "talents", "accounts", "postrequests", "mcpservers");

  private static AgroalDataSource database;
  private static EmbeddedKube kube;
  private static KubernetesClient client;

  @BeforeAll
  static void start() {
    database = KubeDatabase.empty();
    kube = EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, KubeCase.KEY));
    client = KubeCase.clientOf(kube);
    for (String plural : PLURALS) {
      String resource = DEFINITIONS + plural + ".greenroom.social-v1.yml";
      client.load(GreenroomDefinitionsIT.class.getResourceAsStream(resource)).serverSideApply();
    }
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName("broken").endMetadata().build())
        .create();
  }

  @AfterAll
  static void stop() {
    client.close();
    kube.close();
    database.close();
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

    assertThatThrownBy(() -> apply(yaml.document()))
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
    HasMetadata resource = Serialization.unmarshal(document, GenericKubernetesResource.class);
    client.resource(resource).fieldManager("test").serverSideApply();
  }
}
