package social.greenroom.operator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads resources from YAML or JSON. */
public final class Manifests {
  private static final String GROUP = "greenroom.social/";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Manifests() {}

  /**
   * Reads a file, or every {@code .yaml}, {@code .yml} and {@code .json} file of a folder and the
   * folders below it, in the order of their paths.
   *
   * @throws PlanException when one can't be read
   */
  public static List<Declared> in(Path path) {
    var declared = new ArrayList<Declared>();
    for (var file : files(path)) {
      try (var text = Files.newInputStream(file)) {
        declared.addAll(read(file.toString(), text));
      } catch (IOException e) {
        throw new PlanException("%s can't be read: %s.".formatted(file, e.getMessage()), e);
      }
    }
    return declared;
  }

  private static List<Path> files(Path path) {
    if (!Files.exists(path)) {
      throw new PlanException("There is no %s; name a file or a folder with -f.".formatted(path));
    }
    try (var found = Files.walk(path)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(path) || file.toString().matches(".*\\.(yaml|yml|json)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new PlanException("%s can't be read: %s.".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Reads every document of the stream.
   *
   * @throws PlanException when it is no YAML, or a document is no resource
   */
  public static List<Declared> read(String source, InputStream text) {
    var declared = new ArrayList<Declared>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      int number = 0;
      while (documents.hasNext()) {
        add(source, ++number, documents.next(), declared);
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof PlanException refused) {
        throw refused;
      }
      throw new PlanException("%s isn't YAML: %s".formatted(source, firstLine(e)), e);
    }
    return declared;
  }

  private static void add(String source, int number, JsonNode document, List<Declared> declared) {
    if (document.isNull() || document.isMissingNode()) {
      return;
    }
    if (document.path("kind").asText().equals("List")) {
      document.path("items").forEach(item -> add(source, number, item, declared));
      return;
    }
    for (var field : List.of("/apiVersion", "/kind", "/metadata/name")) {
      if (document.at(field).asText().isEmpty()) {
        throw new PlanException(
            "%s: document %d has no %s; every resource needs one."
                .formatted(source, number, field.substring(1).replace('/', '.')));
      }
    }
    requireNamespace(source, number, document);
    declared.add(
        new Declared(source, YAML.convertValue(document, GenericKubernetesResource.class)));
  }

  private static void requireNamespace(String source, int number, JsonNode document) {
    var kind = document.path("kind").asText();
    if (document.path("apiVersion").asText().startsWith(GROUP)
        && !kind.equals("Tenant")
        && document.at("/metadata/namespace").asText().isEmpty()) {
      throw new PlanException(
          "%s: document %d has no metadata.namespace; name the namespace that the %s is applied to."
              .formatted(source, number, kind));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
