package social.greenroom.api.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.Payload;

class TextCountTest {
  @Test
  void countsAsTheNetworkDoes() {
    assertThat(TextCount.of(Payload.ofText(Platform.X, "1", "Hi 👋")))
        .isEqualTo(new Count(5, 280, "weighted"));
    assertThat(TextCount.of(Payload.ofText(Platform.MASTODON, "1", "Hi 👋🏽")))
        .isEqualTo(new Count(4, 500, "graphemes"));
  }

  @Test
  void countsTheLinkThatGoesOutInTheText() {
    assertThat(TextCount.of(payload("Look", List.of(), "https://example.org/a/long/path")).used())
        .isEqualTo(4 + 2 + 23);
  }

  @Test
  void countsTheLongestPostOfAThread() {
    assertThat(TextCount.of(payload("one", List.of("three", "six"), null)).used()).isEqualTo(5);
  }

  @Test
  void isNearlyFullFromNineTenthsOn() {
    assertThat(TextCount.nearlyFull(new Count(251, 280, "chars"))).isFalse();
    assertThat(TextCount.nearlyFull(new Count(252, 280, "chars"))).isTrue();
  }

  private static Payload payload(String text, List<String> thread, String link) {
    return new Payload(Platform.X, "1", text, thread, null, link, List.of(), new TreeMap<>());
  }
}
