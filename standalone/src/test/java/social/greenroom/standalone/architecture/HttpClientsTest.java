package social.greenroom.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every HTTP client says that it speaks HTTP/1.1. One that doesn't asks for HTTP/2 over each plain
 * connection, and JDK 17's then now and then waits for ever for the rest of an answer that has
 * arrived: no time limit of its request covers that.
 */
class HttpClientsTest {
  private static final Predicate<String> OFFERS_HTTP_2 =
      Pattern.compile(
              "HttpClient\\.(newHttpClient\\(\\)|newBuilder\\(\\)\\s*(?!\\s)(?!\\.version\\([\\w.]*HTTP_1_1\\)))")
          .asPredicate();

  @Test
  void speakHttp11() throws IOException {
    assertThat(sources().stream().filter(file -> OFFERS_HTTP_2.test(read(file)))).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.endsWith("HttpClientsTest.java"))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
