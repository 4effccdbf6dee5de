package social.greenroom.channels.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LittleTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Five (5) seats¦Five \\(5\\) seats",
        "a_b*c~d|e¦a\\_b\\*c\\~d\\|e",
        "me@example.com <b> {x} [y]¦me\\@example.com \\<b\\> \\{x\\} \\[y\\]",
        "back\\slash¦back\\\\slash",
        "#Harbour and #Töpfern2026¦#Harbour and #Töpfern2026",
        "C# and # alone¦C\\# and \\# alone",
        "→ ✅ plain¦→ ✅ plain"
      })
  void reservedCharactersAreEscapedAndHashtagsStay(String text, String escaped) {
    assertThat(LittleText.of(text)).isEqualTo(escaped);
  }
}
