package social.greenroom.images.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.images.Program;
import social.greenroom.images.TestImage;

class ImageCheckTest {
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj".repeat(2);

  @TempDir Path folder;

  @Test
  void findsNothingWrongWithAGoodImage() throws IOException {
    assertThat(broken(Program.OPERATOR, new TestImage())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatIsWrong(TestImage image, String words) throws IOException {
    assertThat(broken(Program.OPERATOR, image)).hasSize(1).first().asString().contains(words);
  }

  static Stream<Arguments> saysWhatIsWrong() {
    var none = new byte[0];
    return Stream.of(
        Arguments.of(new TestImage().with("User", ""), "The user ''"),
        Arguments.of(new TestImage().with("User", "greenroom"), "The user 'greenroom'"),
        Arguments.of(new TestImage().with("User", "0:0"), "neither of them root's"),
        Arguments.of(new TestImage().with("User", "10001:0"), "neither of them root's"),
        Arguments.of(
            new TestImage().with("Entrypoint", List.of("/bin/sh", "-c", "java")), "entry point"),
        Arguments.of(new TestImage().with("Entrypoint", List.of()), "entry point"),
        Arguments.of(new TestImage().with("WorkingDir", "/"), "working folder"),
        Arguments.of(new TestImage().with("ExposedPorts", Map.of()), "ports are []"),
        Arguments.of(
            new TestImage().with("Env", List.of("GREENROOM_DB_APP_PASSWORD=hunter2")),
            "The environment variable GREENROOM_DB_APP_PASSWORD holds a secret."),
        Arguments.of(
            new TestImage().with("Env", List.of("NOTE=AKIAABCDEFGHIJKLMNOP")), "variable NOTE"),
        Arguments.of(new TestImage().file("root/.m2/settings.xml", "<x/>"), "/root/.m2/settings"),
        Arguments.of(new TestImage().file("app/deployment.key", "x"), "/app/deployment.key"),
        Arguments.of(new TestImage().file("etc/a.txt", "a\n" + KEY), "/etc/a.txt holds a secret"),
        Arguments.of(
            new TestImage().file("app/program/greenroom-b.jar", TestImage.jar("b.pem", KEY)),
            "/app/program/greenroom-b.jar!/b.pem holds a secret"),
        Arguments.of(
            new TestImage().file("app/program/greenroom-b.jar", TestImage.jar("b/BIT.class", "")),
            "holds a test"),
        Arguments.of(new TestImage().file("app/libraries/assertj-core-3.jar", ""), "is of a test"),
        Arguments.of(
            new TestImage().file("app/libraries/greenroom-store-1-tests.jar", ""), "is of a test"),
        Arguments.of(new TestImage().entry("usr/bin/su", 04755, 0, none), "another user's rights"),
        Arguments.of(new TestImage().entry("app/a", 0666, 0, none), "/app/a could be changed"),
        Arguments.of(new TestImage().entry("app/a", 0644, 10001, none), "/app/a could be changed"),
        Arguments.of(new TestImage().link("bin/sh", "dash"), "There is a shell"));
  }

  @Test
  void leavesALibrarysOwnTestKeysAlone() throws IOException {
    assertThat(broken(Program.OPERATOR, new TestImage().file("usr/lib/a.so", "\u007fELF" + KEY)))
        .isEmpty();
  }

  @Test
  void wantsFfmpegAndAShellForTheWorker() throws IOException {
    var worker = new TestImage().with("ExposedPorts", Map.of());

    assertThat(broken(Program.WORKER, worker))
        .containsExactlyInAnyOrder(
            "/usr/bin/ffmpeg is missing.",
            "/usr/bin/ffprobe is missing.",
            "There is no shell, which sets FFmpeg's limits.");
  }

  @Test
  void wantsTheFileToKeepUnderItsCeiling() throws IOException {
    var large = new byte[Program.SANDBOX.ceilingMegabytes() * 1_000_000 + 1];
    var image =
        new TestImage()
            .with("ExposedPorts", Map.of("8090/tcp", Map.of()))
            .file("app/libraries/large.jar", large);

    assertThat(broken(Program.SANDBOX, image))
        .singleElement()
        .asString()
        .startsWith("The file has");
  }

  private List<String> broken(Program program, TestImage image) throws IOException {
    return ImageCheck.broken(program, image.write(folder));
  }
}
