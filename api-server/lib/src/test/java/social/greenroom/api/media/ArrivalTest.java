package social.greenroom.api.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.api.problem.ProblemException;

class ArrivalTest {
  private final Arrival arrival = new Arrival(100_000);

  @TempDir Path folder;

  @Test
  void writesWhatArrives() throws IOException {
    var file = folder.resolve("whole");
    arrival.copy(new ByteArrayInputStream(new byte[100_000]), file);

    assertThat(file).hasSize(100_000);
  }

  @Test
  void stopsAtTheLimitOfABodyWithoutALength() {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 1;
          }
        };

    assertStatus(endless, 413);
  }

  @Test
  void tellsThatTheSenderStopped() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };

    assertStatus(broken, 400);
  }

  @Test
  void refusesNothing() {
    assertStatus(InputStream.nullInputStream(), 400);
  }

  private void assertStatus(InputStream body, int status) {
    assertThatThrownBy(() -> arrival.copy(body, folder.resolve("part")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().status()).isEqualTo(status));
  }
}
