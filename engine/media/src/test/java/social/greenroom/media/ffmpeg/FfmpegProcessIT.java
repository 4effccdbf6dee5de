package social.greenroom.media.ffmpeg;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.media.Pictures;

/** The limits, on real processes: FFmpeg itself, and programs that behave worse than it would. */
class FfmpegProcessIT {
  private static final String PLAIN = "[0:v]scale=64:64,format=yuvj420p[out]";
  private static final Duration SHORT = Duration.ofMillis(700);

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Ffmpeg ffmpeg;

  @BeforeAll
  static void find() throws Exception {
    ffmpeg = Ffmpeg.find(MediaConfig.standard(shared));
  }

  @Test
  void aPlaylistHandedToAnImageDemuxerOpensNothing() {
    var secret = Pictures.write(folder.resolve("secret.png"), png());
    for (var playlist :
        new String[] {
          "#EXTM3U\n#EXTINF:1,\n" + secret.toUri() + "\n",
          "ffconcat version 1.0\nfile '" + secret + "'\n"
        }) {
      var input = Pictures.write(folder.resolve("holiday.jpg"), playlist);
      assertThatThrownBy(() -> real(ProcessLimits.DEFAULT).run(conversion(input, "jpeg_pipe")))
          .isInstanceOf(FfmpegFailedException.class)
          .hasMessageContaining("couldn't be converted")
          .hasMessageNotContaining(folder.toString());
      assertThat(folder.resolve("out.jpg"))
          .satisfiesAnyOf(
              out -> assertThat(out).doesNotExist(), out -> assertThat(out).isEmptyFile());
    }
  }

  @Test
  void evenTheConcatDemuxerCannotReachTheNetwork() {
    var input =
        Pictures.write(
            folder.resolve("list"), "ffconcat version 1.0\nfile 'http://127.0.0.1:9/x.png'\n");
    assertThatThrownBy(() -> real(ProcessLimits.DEFAULT).run(conversion(input, "concat")))
        .isInstanceOf(FfmpegFailedException.class);
  }

  @Test
  void aBombIsEndedAtTheMemoryLimit() throws Exception {
    var bomb = Pictures.encode(new BufferedImage(5000, 5000, TYPE_3BYTE_BGR), "png");
    assertThat(bomb.length).isLessThan(100_000);
    var input = Pictures.write(folder.resolve("bomb.png"), bomb);
    var little = new ProcessLimits(Duration.ofSeconds(20), 128L << 20, 64L << 20);

    assertThatThrownBy(() -> real(little).run(conversion(input, "png_pipe")))
        .isInstanceOf(FfmpegFailedException.class);
    real(ProcessLimits.DEFAULT).run(conversion(input, "png_pipe"));
  }

  @Test
  void aProgramThatHangsIsKilledWithItsChildren() throws Exception {
    var hanging = script("sleep 600 & echo $! > child; echo $$ > self; wait");
    var began = Instant.now();

    assertThatThrownBy(() -> process(hanging, SHORT).run(conversion(folder, "png_pipe")))
        .isInstanceOf(FfmpegFailedException.class)
        .hasMessageContaining("Add a smaller copy");

    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    for (var name : new String[] {"self", "child"}) {
      var pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
      await().atMost(Duration.ofSeconds(5)).until(() -> !runs(pid));
    }
  }

  @Test
  void anInterruptedThreadLeavesNoProcessBehind() throws Exception {
    var hanging = script("echo $$ > self; exec sleep 600");
    var thrown = new AtomicReference<Throwable>();
    var thread =
        new Thread(
            () -> {
              try {
                process(hanging, Duration.ofMinutes(5)).run(conversion(folder, "png_pipe"));
              } catch (Exception e) {
                thrown.set(e);
              }
            });
    thread.start();
    await()
        .until(
            () ->
                Files.exists(folder.resolve("self"))
                    && !Files.readString(folder.resolve("self")).isBlank());
    thread.interrupt();
    thread.join(5_000);

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    var pid = Long.parseLong(Files.readString(folder.resolve("self")).strip());
    await().atMost(Duration.ofSeconds(5)).until(() -> !runs(pid));
  }

  @Test
  void theProcessInheritsNothingOfTheWorkersEnvironment() throws Exception {
    process(script("env > env"), Duration.ofSeconds(5)).run(conversion(folder, "png_pipe"));
    var names = Files.readAllLines(folder.resolve("env")).stream().map(l -> l.split("=")[0]);
    assertThat(names).isSubsetOf("PATH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
  }

  @Test
  void theLimitsReachTheProcess() throws Exception {
    process(script("ulimit -v > v; ulimit -c > c; ulimit -f > f"), Duration.ofSeconds(5))
        .run(conversion(folder, "png_pipe"));
    assertThat(folder.resolve("v")).hasContent(Long.toString((1L << 30) / 1024));
    assertThat(folder.resolve("c")).hasContent("0");
    assertThat(Files.readString(folder.resolve("f")).strip()).isNotEqualTo("unlimited");
  }

  private FfmpegProcess real(ProcessLimits limits) {
    return new FfmpegProcess(ffmpeg, limits);
  }

  private static FfmpegProcess process(Path program, Duration wallTime) {
    return new FfmpegProcess(new Ffmpeg(program), new ProcessLimits(wallTime, 1L << 30, 64L << 20));
  }

  private Path script(String body) throws Exception {
    var script = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + body + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private Conversion conversion(Path input, String demuxer) {
    return new Conversion(input, demuxer, PLAIN, 3, folder.resolve("out.jpg"));
  }

  private static byte[] png() {
    return Pictures.encode(Pictures.quarters(8, 8), "png");
  }

  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
