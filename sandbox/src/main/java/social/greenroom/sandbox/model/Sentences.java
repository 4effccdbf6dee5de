package social.greenroom.sandbox.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sentences of {@code sentences.txt}, by their kind. */
final class Sentences {
  private static final Map<String, List<String>> ALL = read();

  private Sentences() {}

  static List<String> of(String kind) {
    return Objects.requireNonNull(ALL.get(kind), kind);
  }

  private static Map<String, List<String>> read() {
    var all = new HashMap<String, List<String>>();
    List<String> kind = new ArrayList<>();
    for (var line : text().split("\\R", -1)) {
      if (line.startsWith("[")) {
        kind = all.computeIfAbsent(line.substring(1, line.length() - 1), k -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        kind.add(line);
      }
    }
    return all;
  }

  private static String text() {
    try (var in = Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
