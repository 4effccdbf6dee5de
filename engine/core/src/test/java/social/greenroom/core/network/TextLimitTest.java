package social.greenroom.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLimitTest {
  private static final TextLimit X = Networks.of(Platform.X).text();
  private static final TextLimit MASTODON = Networks.of(Platform.MASTODON).text();
  private static final TextLimit LINKEDIN = Networks.of(Platform.LINKEDIN).text();

  /** After twitter-text's configuration 3 and its conformance cases. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5|hello",
        "1|é",
        "6|日本語",
        "2|가",
        "1|—",
        "1|“",
        "2|…",
        "2|€",
        "2|😀",
        "2|👍🏽",
        "2|👩‍👩‍👧‍👦",
        "4|👩‍👩‍👧‍👦🇩🇪",
        "2|🏳️‍🌈",
        "2|❤️",
        "2|❤",
        "2|1️⃣",
        "1|1",
        "1|©",
        "2|©️",
        "3|a😀",
        "23|https://example.com",
        "23|https://example.com/a/very/long/path?with=a&query=of&some=length#and-more",
        "28|see https://example.com.",
        "25|(https://en.wikipedia.org/wiki/Door_(disambiguation))",
        "47|https://a.com https://b.com",
        "23|example.com",
        "23|t.co",
        "23|www.example.de",
        "10|example.de",
        "23|example.de/about",
        "10|end.Nobody",
        "14|me@example.com",
        "12|@example.com",
        "12|#example.com",
        "17|https://localhost",
        "8|1.5 Mio.",
      })
  void xCountsWeights(int count, String text) {
    assertThat(X.count(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5|hello",
        "3|日本語",
        "1|👩‍👩‍👧‍👦",
        "1|🇩🇪",
        "23|https://example.com/a/very/long/path",
        "11|example.com",
        "1|é",
      })
  void mastodonCountsGraphemesAndLinksAs23(int count, String text) {
    assertThat(MASTODON.count(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"5|hello", "3|日本語", "2|😀", "36|https://example.com/a/very/long/path", "1|é"})
  void linkedInCountsCharacters(int count, String text) {
    assertThat(LINKEDIN.count(text)).isEqualTo(count);
  }

  @Test
  void theLimitIsTheLastThatFits() {
    assertThat(X.fits("a".repeat(280))).isTrue();
    assertThat(X.fits("a".repeat(281))).isFalse();
    assertThat(X.excess("日".repeat(141))).isEqualTo(2);
    assertThat(X.fits("😀".repeat(140))).isTrue();
    assertThat(MASTODON.fits("👩‍👩‍👧‍👦".repeat(500))).isTrue();
    assertThat(MASTODON.excess("é".repeat(501))).isEqualTo(1);
  }

  @Property
  void theNormalFormDoesNotMatter(@ForAll String text) {
    for (var limit : new TextLimit[] {X, MASTODON, LINKEDIN}) {
      assertThat(limit.count(Normalizer.normalize(text, Normalizer.Form.NFD)))
          .isEqualTo(limit.count(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }
  }

  @Property
  void withoutLinksXCountsBetweenOneAndTwoPerCharacter(@ForAll String text) {
    var words = text.replace(".", "");
    var normal = Normalizer.normalize(words, Normalizer.Form.NFC);
    assertThat(X.count(words))
        .isBetween(
            MASTODON.count(words), 2 * Math.max(1, normal.codePointCount(0, normal.length())));
  }

  @Test
  @Timeout(10)
  void aHostileTextIsCountedAllTheSame() {
    for (var text :
        new String[] {
          "a.".repeat(50_000),
          "https://a.com/" + "(".repeat(20_000) + ".".repeat(20_000),
          "a".repeat(100_000) + ".com",
          "https://" + "a-".repeat(30_000) + ".com/?" + "a=b&".repeat(10_000),
          "\u200D".repeat(20_000),
        }) {
      assertThat(X.count(text)).isPositive();
      assertThat(MASTODON.count(text)).isPositive();
    }
  }
}
