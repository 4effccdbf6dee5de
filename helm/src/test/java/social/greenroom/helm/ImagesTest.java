package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.helm.render.Chart;

/** What pods are told to pull. */
class ImagesTest {
  private static final String DIGEST = "@sha256:" + "ab".repeat(32);

  @TempDir Path folder;

  @Test
  void allHaveOneTag() throws IOException {
    assertThat(images("image: {registry: registry.example/greenroom, tag: 1.2.3}"))
        .containsExactlyInAnyOrder(
            "registry.example/greenroom/greenroom-api-server:1.2.3",
            "registry.example/greenroom/greenroom-operator:1.2.3",
            "registry.example/greenroom/greenroom-worker:1.2.3");
  }

  /** A tag may be another image tomorrow. The digests of the images differ, so each has its own. */
  @Test
  void oneWithADigestGoesByThat() throws IOException {
    var values =
        """
        image: {registry: registry.example/greenroom/, tag: 1.2.3}
        worker: {image: "greenroom-worker%s"}
        """
            .formatted(DIGEST);

    assertThat(images(values))
        .contains("registry.example/greenroom/greenroom-operator:1.2.3")
        .contains("registry.example/greenroom/greenroom-worker" + DIGEST)
        .hasSize(3);
    assertThat(Chart.find(objects(values), "Deployment", "greenroom-operator").toString())
        .contains("\"value\":\"registry.example/greenroom/greenroom-worker" + DIGEST + "\"");
  }

  private Set<String> images(String values) throws IOException {
    return objects(values).stream()
        .flatMap(object -> object.findValues("image").stream())
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private List<JsonNode> objects(String values) throws IOException {
    return Chart.with(Files.writeString(folder.resolve("values.yaml"), values));
  }
}
