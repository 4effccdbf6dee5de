package social.greenroom.core.neversay;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NeverSayPropertyTest {
  record Case(String phrase, String text) {}

  @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
  void aPhraseIsFoundHoweverItIsDressedUp(@ForAll("dressed") Case dressed) {
    assertThat(new NeverSayList(List.of(dressed.phrase())).firstHit(dressed.text()))
        .as("'%s' in '%s'", dressed.phrase(), dressed.text())
        .isPresent();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aPhraseIsFoundInEitherNormalForm(@ForAll("dressed") Case dressed) {
    var list = new NeverSayList(List.of(dressed.phrase()));
    for (var form : Normalizer.Form.values()) {
      assertThat(list.firstHit(Normalizer.normalize(dressed.text(), form))).isPresent();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.MIXIN)
  void aPhraseIsNotFoundInsideALongerWord(
      @ForAll("word") String phrase,
      @ForAll("letters") String before,
      @ForAll("letters") String after) {
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    assertThat(
            new NeverSayList(List.of(phrase)).firstHit("so " + before + phrase + after + ", yes"))
        .isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsReportedStandsInTheText(@ForAll("dressed") Case dressed) {
    var hit = new NeverSayList(List.of(dressed.phrase())).firstHit(dressed.text()).orElseThrow();
    assertThat(dressed.text()).contains(hit.matched());
    assertThat(hit.phrase()).isEqualTo(dressed.phrase());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void noTextAtAllMakesItFail(@ForAll String text, @ForAll String phrase) {
    assertThat(new NeverSayList(List.of(phrase, "x")).firstHit(text)).isNotNull();
  }

  @Provide
  Arbitrary<String> word() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(3);
  }

  @Provide
  Arbitrary<Case> dressed() {
    var words = word().list().ofMinSize(1).ofMaxSize(3);
    return words.flatMap(
        list -> {
          var phrase = String.join(" ", list);
          return Combinators.combine(
                  dressed(list),
                  Arbitraries.of("", "so ", "(", "… ", "«", "Hey! ", "\n", "1. "),
                  Arbitraries.of("", " now", ".", "!!!", "?)", "»", " 2", "\n#yes"))
              .as((text, before, after) -> new Case(phrase, before + text + after));
        });
  }

  private static Arbitrary<String> dressed(List<String> words) {
    var spelledOut = Arbitraries.of(false, false, true);
    return spelledOut.flatMap(
        spelled -> {
          var parts = new ArrayList<Arbitrary<String>>();
          for (var word = 0; word < words.size(); word++) {
            if (word > 0) {
              parts.add(spelled ? Arbitraries.of("  ") : gap());
            }
            parts.add(dressed(words.get(word), spelled));
          }
          return joined(parts);
        });
  }

  private static Arbitrary<String> dressed(String word, boolean spelledOut) {
    var parts = new ArrayList<Arbitrary<String>>();
    for (var i = 0; i < word.length(); i++) {
      if (i > 0) {
        parts.add(spelledOut ? Arbitraries.of(" ", "\u00A0", " \u200B", "\t") : Dressing.joint());
      }
      parts.add(Dressing.letter(word.charAt(i), i % 2 == 1));
    }
    return joined(parts);
  }

  private static Arbitrary<String> gap() {
    return Arbitraries.of("", " ", "  ", "-", ".", "_", "\n", "\u00A0", "\u3000", " - ");
  }

  private static Arbitrary<String> joined(List<Arbitrary<String>> parts) {
    return Combinators.combine(parts).as(list -> list.stream().collect(Collectors.joining()));
  }
}
