package social.greenroom.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import social.greenroom.core.network.Platform;

class SaidTextTest {
  @Example
  void caseSpaceAndPunctuationMakeNoDifference() {
    assertThat(said("Spring tour!  Five cities.").sameAs(said("spring tour: five cities")))
        .isTrue();
    assertThat(said("Spring tour, five cities").sameAs(said("Spring tour, six cities"))).isFalse();
  }

  @Example
  void whatOnlyCountsClicksMakesNoDifference() {
    var one = said("Tickets: https://example.org/tour?utm_source=x&utm_content=42&row=3");
    assertThat(one.sameAs(said("Tickets: https://example.org/tour?utm_source=y&row=3"))).isTrue();
    assertThat(one.sameAs(said("Tickets: https://example.org/tour?row=4"))).isFalse();
  }

  @Example
  void anEmojiIsSaidToo() {
    assertThat(said("🎉").sameAs(said("🎉!"))).isTrue();
    assertThat(said("🎉").sameAs(said("😢"))).isFalse();
  }

  @Example
  void whatSaysNothingIsLikeNothing() {
    assertThat(said("…").sameAs(said("…"))).isFalse();
  }

  @Property
  void everyTextIsLikeItselfHoweverItIsWritten(
      @ForAll @AlphaChars @StringLength(min = 1, max = 60) String words) {
    assertThat(said(words).sameAs(said("  " + words.toUpperCase(Locale.ROOT) + " !"))).isTrue();
  }

  private static SaidText said(String text) {
    return SaidText.of(Payload.ofText(Platform.MASTODON, "42", text));
  }
}
