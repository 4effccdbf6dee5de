package social.greenroom.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a question is about.
 *
 * @param phrases the weightiest first
 * @param statement what is to be said, where the request says it in a sentence
 */
record Subject(List<String> phrases, Optional<String> statement) {
  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)^(?:please\\s+|can you\\s+|could you\\s+)?(?:tell|write|announce|share|say|post|let|remind"
              + "|explain|show|ask|invite|mention|celebrate|thank|draft|an? (?:short |little |new )?"
              + "(?:post|note|update|thread|announcement))\\b.*?(?:\\b(that|about|on|how|why)\\s+|(:)\\s*)(.+)$");
  private static final Pattern SENTENCE = Pattern.compile("^(.+?)(?:[.!?](?:\\s|$)|$)");
  private static final int SHORTEST = 20;
  private static final int LONGEST = 170;

  Subject {
    phrases = List.copyOf(phrases);
  }

  /** The sentence in {@code request} that can be said as it stands, if there is one. */
  static Optional<String> stated(String request) {
    var order = ORDER.matcher(request.strip());
    if (!order.matches()) {
      return fitting(request);
    }
    boolean sentence = order.group(2) != null || "that".equalsIgnoreCase(order.group(1));
    return sentence ? fitting(order.group(3)) : Optional.empty();
  }

  private static Optional<String> fitting(String text) {
    var sentence = SENTENCE.matcher(text.strip().replaceAll("^[\"'“]+|[\"'”]+$", ""));
    if (!sentence.find()) {
      return Optional.empty();
    }
    var said = sentence.group(1).strip();
    boolean fits =
        said.length() >= SHORTEST
            && said.length() <= LONGEST
            && said.split("\\s+", -1).length >= 5
            && !said.matches("(?s).*[{}<>\\[\\]|].*");
    return fits ? Optional.of(lowered(said)) : Optional.empty();
  }

  /** Lowers an article at the start, since something is said before it. */
  private static String lowered(String text) {
    return text.matches("(?s)(?:The|A|An|My|Our|We|This) .*")
        ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
        : text;
  }
}
