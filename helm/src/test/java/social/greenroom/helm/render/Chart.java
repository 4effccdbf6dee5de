package social.greenroom.helm.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart, rendered in process by Helm's own code. */
public final class Chart {
  /** From here and from the modules beside it. */
  public static final Path FOLDER = Path.of("../helm/greenroom");

  public static final String NAMESPACE = "greenroom-system";
  private static final String RELEASE = "greenroom";
  private static final String KUBERNETES = "1.34.0";
  private static final Path VALUE_SETS = Path.of("../helm/src/test/resources/values");
  private static final YAMLMapper YAML =
      new YAMLMapper(YAMLFactory.builder().enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL).build());

  private Chart() {}

  /** What the defaults render to, hooks included. */
  public static List<JsonNode> defaults() {
    return objects(template().call());
  }

  /**
   * What the defaults render to on that version of Kubernetes.
   *
   * @throws RuntimeException with Helm's sentence where the chart refuses it
   */
  public static List<JsonNode> on(String kubernetes) {
    return objects(template().withKubeVersion(kubernetes).call());
  }

  /**
   * What the value set renders to, hooks included.
   *
   * @throws RuntimeException with Helm's sentence where it refuses the values
   */
  public static List<JsonNode> with(Path values) {
    return objects(template().withValuesFile(values).call());
  }

  /** What the value set renders to at an upgrade, hooks included. */
  public static List<JsonNode> upgraded(Path values) {
    return objects(template(Copy.UPGRADED).withValuesFile(values).call());
  }

  private static TemplateCommand template() {
    return template(Copy.CHART);
  }

  private static TemplateCommand template(Path chart) {
    return new Helm(chart)
        .template()
        .withName(RELEASE)
        .withNamespace(NAMESPACE)
        .withKubeVersion(KUBERNETES);
  }

  private static final class Copy {
    static final Path CHART = HooklessCopy.of(FOLDER);
    static final Path UPGRADED = HooklessCopy.upgraded(FOLDER);
  }

  /** The value set of that name, see {@code src/test/resources/values}. */
  public static List<JsonNode> with(String set) {
    return with(VALUE_SETS.resolve(set + ".yaml"));
  }

  /** Every value set that has to render. */
  public static List<Path> valueSets() {
    try (var files = Files.list(VALUE_SETS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> objects(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll().stream().filter(JsonNode::isObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Rendered, and no YAML:\n" + yaml, e);
    }
  }

  /** The object of that kind and name. */
  public static JsonNode find(List<JsonNode> objects, String kind, String name) {
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .filter(object -> object.path("metadata").path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no %s %s.".formatted(kind, name)));
  }

  public static List<JsonNode> ofKind(List<JsonNode> objects, String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
  }

  /** Kind and name, for messages. */
  public static String title(JsonNode object) {
    return object.path("kind").asText() + "/" + object.path("metadata").path("name").asText();
  }
}
