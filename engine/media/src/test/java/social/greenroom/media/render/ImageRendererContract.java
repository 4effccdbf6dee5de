package social.greenroom.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.media.Pictures;
import social.greenroom.media.ffmpeg.Ffmpeg;
import social.greenroom.media.ffmpeg.FfmpegFailedException;
import social.greenroom.media.ffmpeg.FfmpegProcess;
import social.greenroom.media.ffmpeg.ProcessLimits;
import social.greenroom.media.probe.MediaLimits;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.probe.MediaRefusedException;

/** What holds with whichever FFmpeg there is. */
abstract class ImageRendererContract {
  private static final RenderTarget WIDE = new RenderTarget(1600, 900, 5_000_000);

  @TempDir Path folder;
  private final ImageRenderer renderer;

  ImageRendererContract(Ffmpeg ffmpeg) {
    renderer =
        new ImageRenderer(
            new MediaProbe(MediaLimits.DEFAULT), new FfmpegProcess(ffmpeg, ProcessLimits.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif"})
  void makesExactlyTheSizeAsked(String format) throws Exception {
    var picture = Pictures.encode(Pictures.quarters(640, 360), format);
    var rendered = render(picture, WIDE);

    var image = ImageIO.read(rendered.file().toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(900);
    assertColour(image, 400, 600, Color.RED);
    assertColour(image, 1200, 600, Color.BLUE);
    assertColour(image, 800, 100, Color.GREEN);
  }

  @Test
  void anOddHeightIsKept() throws Exception {
    var linkedIn = new RenderTarget(1200, 627, 5_000_000);
    for (var source : new int[][] {{1200, 627}, {600, 900}, {333, 333}}) {
      var picture = Pictures.encode(Pictures.quarters(source[0], source[1]), "png");
      var image = image(picture, linkedIn);
      assertThat(image.getWidth()).isEqualTo(1200);
      assertThat(image.getHeight()).isEqualTo(627);
    }
  }

  @Test
  void readsWebp() throws Exception {
    var pixel = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
    assertThat(render(Base64.getDecoder().decode(pixel), WIDE).bytes()).isPositive();
  }

  @Test
  void anotherShapeIsShownWholeOnADarkerCopyOfItself() throws Exception {
    var rendered = render(Pictures.encode(Pictures.quarters(900, 900), "png"), WIDE);

    var image = ImageIO.read(rendered.file().toFile());
    // The square stands in the middle, 900 wide: its own left edge is still there, still red.
    assertColour(image, 800 - 440, 600, Color.RED);
    assertColour(image, 800 + 440, 600, Color.BLUE);
    var stage = new Color(image.getRGB(100, 600));
    assertThat(stage.getRed()).isBetween(60, 235);
    assertThat(stage.getBlue()).isLessThan(60);
  }

  @Test
  void nearlyTheSameShapeFillsTheFrame() throws Exception {
    var rendered = render(Pictures.encode(Pictures.quarters(1600, 1000), "png"), WIDE);
    var image = ImageIO.read(rendered.file().toFile());
    assertColour(image, 5, 600, Color.RED);
    assertColour(image, 1594, 600, Color.BLUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1,RED,BLUE",
    "2,BLUE,RED",
    "3,BLUE,RED",
    "4,RED,BLUE",
  })
  void turnsThePictureUpright(int orientation, String left, String right) throws Exception {
    var jpeg = Pictures.encode(Pictures.quarters(1600, 900), "jpg");
    var image = image(Pictures.withExif(jpeg, orientation, "x"), WIDE);
    assertColour(image, 400, 450, colour(left));
    assertColour(image, 1200, 450, colour(right));
    assertColour(image, 800, orientation <= 2 ? 50 : 850, Color.GREEN);
  }

  @ParameterizedTest
  @CsvSource({"5,left", "6,right", "7,right", "8,left"})
  void turnsALyingPictureUp(int orientation, String greenSide) throws Exception {
    var jpeg = Pictures.encode(Pictures.quarters(1600, 900), "jpg");
    var image =
        image(Pictures.withExif(jpeg, orientation, "x"), new RenderTarget(900, 1600, 5_000_000));
    assertColour(image, greenSide.equals("left") ? 50 : 850, 800, Color.GREEN);
    var redIsAbove = orientation == 5 || orientation == 6;
    assertColour(image, 450, 300, redIsAbove ? Color.RED : Color.BLUE);
    assertColour(image, 450, 1300, redIsAbove ? Color.BLUE : Color.RED);
  }

  @Test
  void whatIsTransparentBecomesWhite() throws Exception {
    var image = image(Pictures.encode(Pictures.logo(1600, 900), "png"), WIDE);
    assertColour(image, 10, 10, Color.WHITE);
    assertThat(new Color(image.getRGB(800, 450)).getRed()).isLessThan(80);
  }

  @Test
  void nothingOfTheCamerasNotesIsLeft() throws Exception {
    var jpeg = Pictures.encode(Pictures.quarters(640, 360), "jpg");
    var rendered = render(Pictures.withExif(jpeg, 1, "52.5200N 13.4050E"), WIDE);
    var content = new String(Files.readAllBytes(rendered.file()), StandardCharsets.ISO_8859_1);
    assertThat(content).doesNotContain("52.5200N").doesNotContain("Exif").doesNotContain("Lavc");
  }

  @Test
  void stepsTheQualityDownUntilTheBytesFit() throws Exception {
    var noise = Pictures.encode(Pictures.noise(1600, 900), "png");
    var free = render(noise, WIDE);
    var limit = free.bytes() / 2;
    var bound = render(noise, new RenderTarget(1600, 900, limit));
    assertThat(bound.bytes()).isLessThanOrEqualTo(limit);
    assertThat(ImageIO.read(bound.file().toFile()).getWidth()).isEqualTo(1600);
  }

  @Test
  void saysSoWhenNoQualityFits() {
    var noise = Pictures.encode(Pictures.noise(1600, 900), "png");
    assertThatThrownBy(() -> render(noise, new RenderTarget(1600, 900, 20_000)))
        .isInstanceOf(FfmpegFailedException.class)
        .hasMessageContaining("less detail");
  }

  @Test
  void aPictureThatWasCutOffIsRefusedNotHalfShown() {
    var jpeg = Pictures.encode(Pictures.noise(800, 600), "jpg");
    assertThatThrownBy(() -> render(Arrays.copyOf(jpeg, jpeg.length / 2), WIDE))
        .isInstanceOf(FfmpegFailedException.class)
        .hasMessageContaining("couldn't be converted");
  }

  @Test
  void wordsInAPicturesClothingNeverReachFfmpeg() {
    assertThatThrownBy(() -> render("#EXTM3U\nfile:///etc/passwd\n".getBytes(), WIDE))
        .isInstanceOf(MediaRefusedException.class);
  }

  private RenderedImage render(byte[] source, RenderTarget target) throws Exception {
    var file = Pictures.write(folder.resolve("source.jpg"), source);
    return renderer.render(file, target, folder.resolve("rendered.jpg"));
  }

  private BufferedImage image(byte[] source, RenderTarget target) throws Exception {
    return ImageIO.read(render(source, target).file().toFile());
  }

  private static Color colour(String name) {
    return name.equals("RED") ? Color.RED : Color.BLUE;
  }

  private static void assertColour(BufferedImage image, int x, int y, Color expected) {
    var found = new Color(image.getRGB(x, y));
    assertThat(found.getRed()).isCloseTo(expected.getRed(), within(30));
    assertThat(found.getGreen()).isCloseTo(expected.getGreen(), within(30));
    assertThat(found.getBlue()).isCloseTo(expected.getBlue(), within(30));
  }
}
