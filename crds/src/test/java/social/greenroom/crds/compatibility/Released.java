package social.greenroom.crds.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.Runtime.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definitions of the last release, and those of now, by file name. */
final class Released {
  static final Path FOLDER = Path.of("released");
  static final Path NOW = Path.of("src/main/resources/META-INF/greenroom/crds");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Released() {}

  /** The folder of the highest version. */
  static Path last() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders
          .filter(Files::isDirectory)
          .max(Comparator.comparing(folder -> Version.parse(folder.getFileName().toString())))
          .orElseThrow();
    }
  }

  static Map<String, JsonNode> in(Path folder) throws IOException {
    var definitions = new TreeMap<String, JsonNode>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".yml")).toList()) {
        definitions.put(file.getFileName().toString(), YAML.readTree(file.toFile()));
      }
    }
    return definitions;
  }

  /** A break that is wanted. */
  record Allowed(String wanted, String reason) {}

  static List<Allowed> allowed() throws IOException {
    var entries = YAML.readTree(FOLDER.resolve("allowed.yaml").toFile());
    return entries.findParents("break").stream()
        .map(entry -> new Allowed(entry.path("break").asText(), entry.path("reason").asText()))
        .toList();
  }
}
