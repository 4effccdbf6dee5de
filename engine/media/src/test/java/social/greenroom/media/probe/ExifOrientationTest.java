package social.greenroom.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExifOrientationTest {
  @Test
  void damageIsTakenForUprightAndNeverThrows() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      var tiff = new byte[random.nextInt(64)];
      random.nextBytes(tiff);
      if (tiff.length > 8) {
        tiff[0] = (byte) (random.nextBoolean() ? 'I' : 'M');
        tiff[4] = 0;
        tiff[5] = 0;
        tiff[6] = 0;
      }
      assertThat(ExifOrientation.read(tiff)).isIn((Object[]) Orientation.values());
    }
  }
}
