package social.greenroom.crds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A YAML that breaks a rule of a definition. Its first line is {@code # refused: } and words that
 * the refusal must hold. All documents but the last are accepted, one after the other; the last is
 * refused (an immutable field is changed by applying the same name again).
 *
 * @param refused words that the refusal must hold
 */
public record BrokenYaml(
    String name, String refused, List<String> acceptedBefore, String document) {
  private static final String MARK = "# refused: ";
  private static final String FOLDER = "/broken/";

  /** All of them; the names stand in {@code broken/index.txt}, so that a jar can list them. */
  public static List<BrokenYaml> all() {
    return read("index.txt").lines().map(BrokenYaml::of).toList();
  }

  private static BrokenYaml of(String name) {
    var text = read(name);
    if (!text.startsWith(MARK)) {
      throw new IllegalStateException(name + " doesn't begin with '" + MARK + "'.");
    }
    var firstLine = text.lines().findFirst().orElseThrow();
    var documents = Arrays.asList(text.split("(?m)^---$"));
    return new BrokenYaml(
        name,
        firstLine.substring(MARK.length()),
        documents.subList(0, documents.size() - 1),
        documents.get(documents.size() - 1));
  }

  private static String read(String name) {
    var stream = Objects.requireNonNull(BrokenYaml.class.getResourceAsStream(FOLDER + name), name);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return String.join("\n", reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
