package social.greenroom.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {
  @TempDir Path folder;

  @Test
  void theConfiguredProgramComesFirst() throws Exception {
    var program = program("mine");
    var config = new MediaConfig(program, folder, ProcessLimits.DEFAULT);
    assertThat(Ffmpeg.find(config, "").program()).isEqualTo(program);
  }

  @Test
  void aConfiguredProgramThatIsMissingIsSaidNotReplaced() {
    var config = new MediaConfig(folder.resolve("none"), folder, ProcessLimits.DEFAULT);
    assertThatThrownBy(() -> Ffmpeg.find(config, ""))
        .isInstanceOf(FfmpegFailedException.class)
        .hasMessageContaining("correct the path");
  }

  @Test
  void thenTheFirstOnThePath() throws Exception {
    var program = program("ffmpeg");
    var found = Ffmpeg.find(MediaConfig.standard(folder), "/nowhere:" + folder + ":/usr/bin");
    assertThat(found.program()).isEqualTo(program);
  }

  @Test
  void elseTheBundledOneUnpackedOnce() throws Exception {
    var config = MediaConfig.standard(folder.resolve("cache"));
    var first = Ffmpeg.find(config, "/nowhere").program();
    var unpackedAt = Files.getLastModifiedTime(first);

    assertThat(first).isExecutable();
    assertThat(Ffmpeg.find(config, "/nowhere").program()).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(unpackedAt);
    try (var files = Files.list(folder.resolve("cache"))) {
      assertThat(files).containsExactly(first);
    }
  }

  private Path program(String name) throws Exception {
    var program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
