package social.greenroom.core.neversay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;

class NeverSayListTest {
  private static final List<String> RUDE =
      List.of(
          "ass",
          "hell",
          "shit",
          "sex",
          "tit",
          "anal",
          "rape",
          "cult",
          "sin",
          "gun",
          "die",
          "kill",
          "bum",
          "fall",
          "dick",
          "cock",
          "hot",
          "lot",
          "all in",
          "free trial",
          "guaranteed returns");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ass|You ass!",
        "ass|@ss",
        "ass|a$$",
        "ass|A S S",
        "ass|аѕѕ",
        "ass|#KissAss",
        "ass|ass2",
        "bad word|badword",
        "badword|bad word",
        "bad word|BÄD—wörd",
        "leet|1337",
        "boobs|80085",
        "fool|fooI",
        "Ivan|lvan",
        "дурак|дуpaк",
        "дурак|ДУРАК",
        "垃圾|这是垃圾话",
        "🍆|hi🍆!",
        "💩|💩",
        "free trial|fr33 tr!al",
        "straße|STRASSE",
        "STRASSE|straße",
        "smørrebrød|smorrebrod",
        "hot|нот",
        "talent|Talent's",
        "I'll never|I’ll never",
        "I'll never|Ill never",
        "don't|dont",
        "kill|ⓚⓘⓛⓛ",
        "kill|𝓀𝒾𝓁𝓁",
        "covid19|COVID-19",
        "top 10|the TOP-10!",
        "$$$|easy $$$ here",
        "sh1t|SH1T",
        "क्या|वह क्या है",
      })
  void findsThePhrase(String phrase, String text) {
    assertThat(new NeverSayList(List.of(phrase)).firstHit(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The class passes; the assistant assesses the bass in the grass as soon as she can.",
        "He'll be there, she'll sing, we'll see. Hello, Michelle!",
        "It's hit the charts: a U.S. hit single, and that's it.",
        "What's in store for Essex and Sussex? A sextet and a cocktail.",
        "A 55 inch TV, a $5 note, room 455, 4.55 off: that is plenty.",
        "The analysis of the culture, the title and the burning skills of Dickens.",
        "Begun in the gunwale: the diet of a soldier, an obedient singer.",
        "FAIL fast, fail often, and never follow the falling.",
        "cl4ss, cl@ss, p4ssed",
        "carefree trials, small interest, guaranteed returnsless",
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(new NeverSayList(RUDE).firstHit(text)).isEmpty();
  }

  @Test
  void looksAtEveryTextOfThePayload() {
    var list = new NeverSayList(List.of("secret"));
    assertThat(list.firstHit(payload("s e c r e t", "", "", "", "", ""))).isPresent();
    assertThat(list.firstHit(payload("", "sécret", "", "", "", ""))).isPresent();
    assertThat(list.firstHit(payload("", "", "SECRET", "", "", ""))).isPresent();
    assertThat(list.firstHit(payload("", "", "", "https://a.com/?q=secret", "", ""))).isPresent();
    assertThat(list.firstHit(payload("", "", "", "", "$ecret", ""))).isPresent();
    assertThat(list.firstHit(payload("", "", "", "", "", "secret"))).isPresent();
    assertThat(list.firstHit(payload("so", "is", "it", "https://a.com", "a", "b"))).isEmpty();
  }

  @Test
  void readsAThreadAsOne() {
    var list = new NeverSayList(List.of("buy now"));
    assertThat(list.firstHit(payload("please buy", "now", "", "https://a.com", "", "")))
        .map(NeverSayHit::phrase)
        .contains("buy now");
  }

  @Test
  void ignoresBlankPhrases() {
    assertThat(new NeverSayList(List.of("", "  ", "\u200B")).firstHit("Any text, at all."))
        .isEmpty();
  }

  @Test
  void saysWhatItFound() {
    assertThat(new NeverSayList(List.of("cheap")).firstHit("So ch3ap!").orElseThrow().sentence())
        .isEqualTo("The text says 'ch3ap', which is 'cheap' of the never-say list; take it out.");
  }

  private static Payload payload(
      String text, String next, String comment, String link, String alt, String option) {
    var options = new TreeMap<String, String>();
    options.put("spoilerText", option);
    return new Payload(
        Platform.MASTODON,
        "1",
        text,
        List.of(next),
        comment,
        link,
        List.of(new PayloadMedia("00", "image/jpeg", 1, 1, alt)),
        options);
  }
}
