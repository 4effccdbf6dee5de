package social.greenroom.worker.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.media.Pictures;
import social.greenroom.worker.Worker;
import social.greenroom.worker.render.RenderOrder.OrderedPicture;

/** The render Job with the real FFmpeg, and nothing but an order and a token. */
class RenderIT {
  private static final String FIRST = "a".repeat(64);
  private static final String SECOND = "b".repeat(64);

  private OrderCounter counter;

  @BeforeEach
  void open() throws Exception {
    counter = new OrderCounter();
  }

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void eachPictureIsMadeAsItWasOrderedAndHandedIn() throws Exception {
    counter.sources.put(FIRST, picture());
    order(FIRST, "x", 1200, 675);
    order(FIRST, "linkedin", 1200, 627);

    assertThat(render()).isZero();

    assertSize(FIRST + "/x", 1200, 675);
    assertSize(FIRST + "/linkedin", 1200, 627);
    assertThat(counter.ends)
        .singleElement()
        .satisfies(end -> assertThat(end.get("failures")).isEmpty());
  }

  @Test
  void whatOnlyCallsItselfAPictureIsToldAndTheOthersAreMade() throws Exception {
    counter.sources.put(FIRST, "#EXTM3U\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));
    counter.sources.put(SECOND, picture());
    order(FIRST, "mastodon", 1600, 900);
    order(SECOND, "x", 1200, 675);

    assertThat(render()).isZero();

    assertThat(counter.delivered).containsOnlyKeys(SECOND + "/x");
    var failure = counter.ends.get(0).get("failures").get(0);
    assertThat(failure.get("source").asText()).isEqualTo(FIRST);
    assertThat(failure.get("platform").asText()).isEqualTo("mastodon");
    assertThat(failure.get("sentence").asText()).contains("pictures are taken as JPEG, PNG");
  }

  @Test
  void aSourceThatIsGoneIsTold() {
    order(FIRST, "x", 1200, 675);
    order(FIRST, "mastodon", 1600, 900);

    assertThat(render()).isZero();

    assertThat(counter.ends.get(0).get("failures"))
        .hasSize(2)
        .allSatisfy(
            failure ->
                assertThat(failure.get("sentence").asText()).contains("isn't in the media store"));
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() {
    counter.sources.put(FIRST, picture());
    order(FIRST, "x", 1200, 675);
    counter.busy = 2;

    assertThat(render()).isZero();
    assertThat(counter.delivered).containsOnlyKeys(FIRST + "/x");
  }

  @Test
  void aServerThatStaysAwayIsNoTry() {
    counter.sources.put(FIRST, picture());
    order(FIRST, "x", 1200, 675);
    counter.busy = Integer.MAX_VALUE;

    assertThat(render()).isEqualTo(75);
    assertThat(counter.ends).isEmpty();
  }

  @Test
  void aTokenThatIsRefusedIsWorthAnotherRunWithANewOne() {
    var environment = new HashMap<>(counter.environment());
    environment.put("GREENROOM_MEDIA_TOKEN", "expired");

    assertThat(
            Worker.run(List.of("render", "--request", counter.requestId.toString()), environment))
        .isEqualTo(1);
    assertThat(counter.ends).isEmpty();
  }

  private int render() {
    return Worker.run(
        List.of("render", "--request", counter.requestId.toString()), counter.environment());
  }

  private void order(String source, String platform, int width, int height) {
    counter.order.add(new OrderedPicture(source, platform, width, height, 5_000_000));
  }

  private void assertSize(String delivered, int width, int height) throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(counter.delivered.get(delivered)));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  private static byte[] picture() {
    return Pictures.encode(Pictures.quarters(900, 900), "png");
  }
}
