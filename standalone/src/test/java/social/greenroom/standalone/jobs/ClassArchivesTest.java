package social.greenroom.standalone.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassArchivesTest {
  private static final String MAKES = "-XX:ArchiveClassesAtExit=";
  private static final String USES = "-XX:SharedArchiveFile=";

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void makeAJar() throws IOException {
    jar = Files.writeString(Files.createDirectories(folder.resolve("lib")).resolve("a.jar"), "a");
  }

  @Test
  void theNextRunUsesWhatTheFirstMade() throws IOException {
    var archives = archives();
    try (var first = archives.run("publish")) {
      Files.writeString(fileOf(first, MAKES), "archive");
      first.ended(0);
    }

    try (var next = archives.run("publish")) {
      assertThat(fileOf(next, USES)).hasContent("archive");
    }
    try (var other = archives.run("generate")) {
      assertThat(fileOf(other, MAKES)).doesNotExist();
    }
  }

  @Test
  void ofTwoAtOnceOneMakesIt() {
    var archives = archives();
    try (var first = archives.run("publish");
        var second = archives.run("publish")) {
      assertThat(fileOf(first, MAKES)).isNotNull();
      assertThat(second.options()).isEmpty();
    }
  }

  @Test
  void aRunThatWasKilledLeavesItToTheNext() {
    var archives = archives();
    archives.run("publish").close();

    try (var next = archives.run("publish")) {
      assertThat(fileOf(next, MAKES)).isNotNull();
    }
  }

  @Test
  void halfAnArchiveOfARunThatFailedIsNotKept() throws IOException {
    var archives = archives();
    try (var killed = archives.run("publish")) {
      Files.writeString(fileOf(killed, MAKES), "half");
      killed.ended(137);
    }

    try (var next = archives.run("publish")) {
      assertThat(fileOf(next, MAKES)).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({"134, false", "139, false", "137, true", "1, true"})
  void anArchiveThatAProgramCrashedWithIsMadeAgain(int code, boolean kept) throws IOException {
    var archives = archives();
    try (var first = archives.run("publish")) {
      Files.writeString(fileOf(first, MAKES), "archive");
      first.ended(0);
    }
    try (var using = archives.run("publish")) {
      assertThat(fileOf(using, USES)).exists();
      using.ended(code);
    }

    try (var next = archives.run("publish")) {
      assertThat(next.options().stream().anyMatch(option -> option.startsWith(USES)))
          .isEqualTo(kept);
    }
  }

  @Test
  void anotherClassPathGetsAnother() throws IOException {
    try (var first = archives().run("publish")) {
      Files.writeString(fileOf(first, MAKES), "archive");
      first.ended(0);
    }
    Files.writeString(jar, "changed");

    try (var next = archives().run("publish")) {
      assertThat(fileOf(next, MAKES)).isNotNull();
    }
  }

  private ClassArchives archives() {
    return new ClassArchives(folder.resolve("archives"), jar.resolveSibling("*").toString());
  }

  private static Path fileOf(ClassArchives.Run run, String option) {
    return run.options().stream()
        .filter(word -> word.startsWith(option))
        .map(word -> Path.of(word.substring(option.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError(List.of(option, run.options())));
  }
}
