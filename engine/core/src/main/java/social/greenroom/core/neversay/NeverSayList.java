package social.greenroom.core.neversay;

import java.util.List;
import java.util.Optional;
import social.greenroom.core.post.Payload;

/**
 * The phrases that never go out. A phrase is found whatever its case, accents, spacing,
 * punctuation, invisible characters, look-alike characters of other scripts and leetspeak, but only
 * as words of its own: 'ass' isn't in 'class'. These ordinary things aren't taken for dressing: a
 * contraction's apostrophe ("he'll"), a number that could be read as letters ("a 55 inch", unless
 * it has four digits or more and stands for the whole phrase), a mention of a part of an
 * abbreviation ("U.S. hit"), and the two letters "rn" for "m" ("burn").
 *
 * @param phrases as people wrote them; blank ones are ignored
 */
public record NeverSayList(List<String> phrases) {
  public NeverSayList {
    phrases = List.copyOf(phrases);
  }

  /** The first phrase of the list that the text holds. */
  public Optional<NeverSayHit> firstHit(String text) {
    return firstHit(List.of(text));
  }

  /** The first phrase of the list that any text of the payload holds, or the thread read as one. */
  public Optional<NeverSayHit> firstHit(Payload payload) {
    return firstHit(payload.texts())
        .or(() -> firstHit(payload.text() + "\n" + String.join("\n", payload.thread())));
  }

  private Optional<NeverSayHit> firstHit(List<String> texts) {
    var folded = texts.stream().map(FoldedText::of).toList();
    for (var phrase : phrases) {
      var pattern = Phrase.of(phrase);
      for (var text : folded) {
        var matched = pattern.findIn(text);
        if (matched.isPresent()) {
          return Optional.of(new NeverSayHit(phrase, matched.get()));
        }
      }
    }
    return Optional.empty();
  }
}
