package social.greenroom.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

  @Test
  void aCopyThatWasTamperedWithIsUnpackedAnew() throws Exception {
    var config = MediaConfig.standard(folder.resolve("cache"));
    var program = Ffmpeg.find(config, "/nowhere").program();
    long size = Files.size(program);
    try (var file = new RandomAccessFile(program.toFile(), "rw")) {
      file.writeBytes("#!/bin/sh\n");
    }
    assertThat(Files.size(program)).isEqualTo(size);

    assertThat(Ffmpeg.find(config, "/nowhere").program()).isEqualTo(program);
    try (var in = Files.newInputStream(program)) {
      assertThat(in.readNBytes(4)).containsExactly(0x7f, 'E', 'L', 'F');
    }
  }

  @Test
  void aFolderThatOthersMayWriteToOrThatIsALinkIsNotUsed() throws Exception {
    var open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    var own = Files.createDirectory(folder.resolve("own"));
    var link = Files.createSymbolicLink(folder.resolve("link"), own);
    for (var untrusted : List.of(open, link)) {
      var instead = ProgramFolder.privately(untrusted);
      assertThat(instead).isNotEqualTo(untrusted);
      assertThat(Files.getPosixFilePermissions(instead))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      Files.delete(instead);
    }
    var made = folder.resolve("made");
    assertThat(ProgramFolder.privately(made)).isEqualTo(made);
    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private Path program(String name) throws Exception {
    var program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
