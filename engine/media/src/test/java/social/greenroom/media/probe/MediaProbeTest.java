package social.greenroom.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.media.Pictures;

class MediaProbeTest {
  /** One lossy pixel, made with cwebp. */
  private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  @TempDir Path folder;
  private final MediaProbe probe = new MediaProbe(MediaLimits.DEFAULT);

  @ParameterizedTest
  @CsvSource({"jpg,image/jpeg", "png,image/png", "gif,image/gif"})
  void tellsFormatAndSizeWhateverTheName(String format, String mediaType) throws Exception {
    var file =
        Pictures.write(
            folder.resolve("holiday.txt"), Pictures.encode(Pictures.quarters(64, 48), format));
    var probed = probe.probe(file);
    assertThat(probed.mediaType()).isEqualTo(mediaType);
    assertThat(probed.width()).isEqualTo(64);
    assertThat(probed.height()).isEqualTo(48);
    assertThat(probed.orientation()).isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void readsWebp() throws Exception {
    var file = Pictures.write(folder.resolve("p"), Base64.getDecoder().decode(WEBP));
    var probed = probe.probe(file);
    assertThat(probed.mediaType()).isEqualTo("image/webp");
    assertThat(probed.width()).isEqualTo(1);
    assertThat(probed.height()).isEqualTo(1);
  }

  @Test
  void aCameraHeldSidewaysSwapsWhatAPersonSees() throws Exception {
    var jpeg = Pictures.encode(Pictures.quarters(64, 48), "jpg");
    var probed = probe.probe(Pictures.write(folder.resolve("p"), Pictures.withExif(jpeg, 6, "x")));
    assertThat(probed.width()).isEqualTo(64);
    assertThat(probed.uprightWidth()).isEqualTo(48);
    assertThat(probed.uprightHeight()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just some words",
        "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        "ffconcat version 1.0\nfile 'file:///etc/passwd'\n",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<!DOCTYPE html><html><body>hello</body></html>",
        "%PDF-1.4\n",
        "push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 'https://example.org/x'\n",
      })
  void refusesWhatOnlyCallsItselfAPicture(String content) {
    var file = Pictures.write(folder.resolve("picture.jpg"), content);
    assertThatThrownBy(() -> probe.probe(file))
        .isInstanceOf(MediaRefusedException.class)
        .hasMessageContaining("pictures are taken as JPEG, PNG, WebP or GIF");
  }

  @Test
  void refusesAPictureThatIsAlsoAPage() {
    var png = Pictures.encode(Pictures.quarters(8, 8), "png");
    for (var page :
        new String[] {"<SCRIPT>alert(1)</script>", "<html><body>", "<?php phpinfo();"}) {
      var both = Pictures.join(png, page.getBytes(StandardCharsets.US_ASCII));
      var file = Pictures.write(folder.resolve("p"), both);
      assertThatThrownBy(() -> probe.probe(file))
          .isInstanceOf(MediaRefusedException.class)
          .hasMessageContaining("web page or a script inside");
    }
  }

  @Test
  void findsAPageThatLiesAcrossTheChunksItReads() {
    var picture = Pictures.encode(Pictures.noise(300, 300), "png");
    for (int before = 64 * 1024 - 8; before <= 64 * 1024; before++) {
      var content = Arrays.copyOf(picture, before);
      var both = Pictures.join(content, "<script>".getBytes(StandardCharsets.US_ASCII));
      var file = Pictures.write(folder.resolve("p"), both);
      assertThatThrownBy(() -> probe.probe(file)).isInstanceOf(MediaRefusedException.class);
    }
  }

  @Test
  void refusesAPictureThatIsAlsoAnArchive() {
    var archive = new byte[22];
    System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, archive, 0, 4);
    var both = Pictures.join(Pictures.encode(Pictures.quarters(8, 8), "jpg"), archive);
    var file = Pictures.write(folder.resolve("p"), both);
    assertThatThrownBy(() -> probe.probe(file))
        .isInstanceOf(MediaRefusedException.class)
        .hasMessageContaining("archive inside");
  }

  @ParameterizedTest
  @CsvSource({"30000,30000", "20001,10", "10,20001", "9000,9000", "0,10", "-1,10"})
  void refusesASizeThatWouldUnfoldToTooMuch(int width, int height) {
    var file = Pictures.write(folder.resolve("bomb.png"), Pictures.pngThatClaims(width, height));
    assertThatThrownBy(() -> probe.probe(file)).isInstanceOf(MediaRefusedException.class);
  }

  @Test
  void takesAsManyPixelsAsTheLimitAllows() throws Exception {
    var file = Pictures.write(folder.resolve("large.png"), Pictures.pngThatClaims(8000, 8000));
    assertThat(probe.probe(file).width()).isEqualTo(8000);
  }

  @Test
  void refusesAFileThatEndsInItsHeader() {
    for (var format : new String[] {"jpg", "png", "gif"}) {
      var whole = Pictures.encode(Pictures.quarters(8, 8), format);
      var file = Pictures.write(folder.resolve("p"), Arrays.copyOf(whole, 9));
      assertThatThrownBy(() -> probe.probe(file)).isInstanceOf(MediaRefusedException.class);
    }
  }

  @Test
  void refusesTooManyBytes() {
    var strict = new MediaProbe(new MediaLimits(100, 1_000_000, 1000));
    var jpeg = Pictures.encode(Pictures.quarters(64, 64), "jpg");
    var file = Pictures.write(folder.resolve("p"), jpeg);
    assertThatThrownBy(() -> strict.probe(file))
        .isInstanceOf(MediaRefusedException.class)
        .hasMessageContaining("at most 100");
  }
}
