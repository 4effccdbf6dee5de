package social.greenroom.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of invariants names tests; each of them exists. */
class InvariantsPageTest {
  private static final Path HOME = Path.of("").toAbsolutePath().getParent();
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))(?:\\.(\\w+))?`");

  @Test
  void everyTestItNamesExists() throws IOException {
    var sources = testSources();
    var page = Files.readString(HOME.resolve("docs/explanation/invariants.md"));
    var named = NAMED.matcher(page).results().toList();

    assertThat(named).hasSizeGreaterThan(20);
    for (var test : named) {
      assertThat(sources)
          .as(test.group())
          .anyMatch(
              source ->
                  source.getFileName().toString().equals(test.group(1) + ".java")
                      && (test.group(2) == null
                          || read(source).contains(" " + test.group(2) + "(")));
    }
  }

  private static List<Path> testSources() throws IOException {
    var sources = new ArrayList<Path>();
    for (var module : List.of("engine", "worker", "api-server", "standalone", "benchmarks")) {
      try (var files = Files.walk(HOME.resolve(module))) {
        files
            .filter(file -> file.toString().contains("/src/test/java/"))
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(sources::add);
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
