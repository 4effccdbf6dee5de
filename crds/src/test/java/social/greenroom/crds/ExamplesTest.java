package social.greenroom.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;

/** The examples say nothing the types don't know, and refer to each other rightly. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final ObjectMapper STRICT =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new JavaTimeModule())
          .setAnnotationIntrospector(new NothingIsPassedOver())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Test
  void everyFieldIsKnown() throws IOException {
    for (var document : documents()) {
      for (var kind : CrdYaml.KINDS) {
        if (kind.getSimpleName().equals(document.get("kind").asText())) {
          assertThat(STRICT.treeToValue(document, kind)).isInstanceOf(CustomResource.class);
        }
      }
    }
  }

  @Test
  void anUnknownFieldWouldBeFound() throws IOException {
    var misspelt =
        STRICT.readTree(
            """
            kind: PostRequest
            spec: {talentRef: {name: a}, promt: Hello}
            """);
    assertThatThrownBy(() -> STRICT.treeToValue(misspelt, PostRequest.class))
        .hasMessageContaining("promt");
  }

  @Test
  void referencesHit() throws IOException {
    var talents = names(Talent.class);
    var accounts = names(Account.class);
    assertThat(talents).hasSize(2);
    assertThat(accounts).hasSize(5);
    for (var account : all(Account.class)) {
      assertThat(talents).contains(account.getSpec().talentRef().name());
    }
    for (var request : all(PostRequest.class)) {
      assertThat(talents).contains(request.getSpec().talentRef().name());
      request.getSpec().accountRefs().forEach(ref -> assertThat(accounts).contains(ref.name()));
    }
    assertThat(names(PostSeries.class)).hasSize(2);
    for (var series : all(PostSeries.class)) {
      assertThat(talents).contains(series.getSpec().talentRef().name());
      if (series.getSpec().template() != null) {
        series
            .getSpec()
            .template()
            .accountRefs()
            .forEach(ref -> assertThat(accounts).contains(ref.name()));
      }
      if (series.getSpec().evergreen() != null) {
        assertThat(names(PostRequest.class))
            .contains(series.getSpec().evergreen().requestRef().name());
      }
    }
  }

  @Test
  void everyAccountHasATokenOfItsOwnHandle() throws IOException {
    var tokens =
        documents().stream()
            .filter(document -> document.get("kind").asText().equals("Secret"))
            .map(document -> document.get("stringData"))
            .findFirst()
            .orElseThrow();
    for (var account : all(Account.class)) {
      var key = account.getSpec().credentials().secretRef().key();
      assertThat(tokens.get(key).asText()).isEqualTo("sandbox-" + account.getSpec().handle());
    }
  }

  private static <T extends CustomResource<?, ?>> List<String> names(Class<T> kind)
      throws IOException {
    return all(kind).stream()
        .map(resource -> resource.getMetadata().getName())
        .collect(Collectors.toList());
  }

  private static <T extends CustomResource<?, ?>> List<T> all(Class<T> kind) throws IOException {
    var found = new ArrayList<T>();
    for (var document : documents()) {
      if (document.get("kind").asText().equals(kind.getSimpleName())) {
        found.add(STRICT.treeToValue(document, kind));
      }
    }
    return found;
  }

  private static List<JsonNode> documents() throws IOException {
    var documents = new ArrayList<JsonNode>();
    try (var files = Files.list(EXAMPLES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        try (var parser = STRICT.getFactory().createParser(file.toFile())) {
          STRICT.readValues(parser, JsonNode.class).forEachRemaining(documents::add);
        }
      }
    }
    assertThat(documents).hasSizeGreaterThan(10);
    return documents;
  }

  /** Reads without the types' leave to pass over what a newer version may say. */
  private static final class NothingIsPassedOver extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      return JsonIgnoreProperties.Value.empty();
    }
  }
}
