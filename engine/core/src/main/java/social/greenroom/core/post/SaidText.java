package social.greenroom.core.post;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import social.greenroom.core.network.OutgoingText;

/**
 * What a post says, folded so that the same said again is known again: as the network stores it,
 * without case, punctuation, white space and what only counts clicks. A post of pictures alone is
 * known by them.
 */
public record SaidText(String folded) {
  private static final Pattern COUNTING = Pattern.compile("(?i)(?<=[?&])utm_[a-z]+=[^&#\\s]*&?");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{S}]+");

  public static SaidText of(Payload payload) {
    var words =
        OutgoingText.of(payload)
            + payload.thread().stream().map(part -> "\n" + part).collect(Collectors.joining());
    var plain = Normalizer.normalize(COUNTING.matcher(words).replaceAll(""), Normalizer.Form.NFKC);
    var folded = NOT_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return new SaidText(folded.isEmpty() ? pictures(payload) : folded);
  }

  private static String pictures(Payload payload) {
    return payload.media().stream()
        .map(PayloadMedia::sha256)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Whether both say the same; what says nothing is like nothing else. */
  public boolean sameAs(SaidText other) {
    return !folded.isEmpty() && folded.equals(other.folded);
  }
}
