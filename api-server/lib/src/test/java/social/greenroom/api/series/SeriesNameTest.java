package social.greenroom.api.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesNameTest {
  @ParameterizedTest
  @CsvSource({
    "What can be seen in the sky this week?, what-can-be-seen-in-the-sky-this-week",
    "Ångström & Søn: neuer Käse!, angstrom-s-n-neuer-kase",
    "今週の空, series",
    "--, series",
    "'', series",
    "One thing about bread that most people get wrong, one-thing-about-bread-that-most-people",
  })
  void itBeginsWithTheFirstWords(String words, String begins) {
    assertThat(SeriesName.of(words, "key")).matches(begins + "-[0-9a-f]{12}");
  }

  @Test
  void theSameWordsOfTwoCallsAreTwo() {
    assertThat(SeriesName.of("Sky", "one")).isNotEqualTo(SeriesName.of("Sky", "other"));
    assertThat(SeriesName.of("Sky", "one")).isEqualTo(SeriesName.of("Sky", "one"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "AnUninterruptedWordThatIsLongerThanAnyNameMayBeAndGoesOnAndOn",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "\uD83C\uDF0C the sky \uD83C\uDF0C",
        "ﬁve ½ µ İstanbul",
      })
  void kubernetesTakesIt(String words) {
    assertThat(SeriesName.of(words, "key"))
        .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
        .hasSizeLessThanOrEqualTo(53);
  }
}
