package social.greenroom.worker.settle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
  private static final String SENT = "Out now\n\nhttps://farm.example/a/long/way";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Out now https://t.co/9dZ",
        "Out now\n\nfarm.example/a/long/way",
        SENT + " https://t.co/picture",
      })
  void aShortenedLinkIsTheSameText(String shown) {
    assertThat(StoredText.altered(SENT, shown)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Out now", "Out now\n\nhttps://farm.example/a/lo", "Out https://t.co/9dZ"})
  void aTextWithoutItsLinkIsAnother(String shown) {
    assertThat(StoredText.altered(SENT, shown)).contains(shown);
  }

  @Test
  void aNetworkThatDoesntTellHasNotAlteredIt() {
    assertThat(StoredText.altered(SENT, null)).isEmpty();
  }
}
