package social.greenroom.sandbox.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sentence of a request: it tells what to speak of ("Write about …"), or something that can be
 * said as it stands, or only how to go about it.
 */
record Wish(Optional<String> topic, Optional<String> statement) {
  private static final Pattern THAT =
      Pattern.compile(
          "(?i)^(?:please )?(?:also )?(?:tell|announce|share|say|write|post|mention|add|note|point out"
              + "|remind|explain|let)\\b[^:]{0,40}?(?:\\bthat |: )(.+)$");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)^(?:please |can you |could you )?(?:tell|write|share|say|post|draft|make|do|explain|show|talk"
              + "|speak|let|remind|an? (?:short |little |new )?(?:post|note|update|thread))\\b.{0,60}?"
              + "\\b(?:about|around|on|of|for) (.+)$");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)^(?:please )?(?:tell|explain|show|say|share|write)\\b.{0,30}?\\b((?:how|why|what) .+)$");
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?i)^(?:please )?(?:announce|promote|celebrate|introduce|present|advertise|invite"
              + " (?:people|everyone|everybody|them|followers) to) (.+)$");
  private static final Pattern MANNER =
      Pattern.compile(
          "(?i)^(?:please )?(?:keep|use|be|make|do|don't|avoid|no|not|with|without|write|return|answer|add|put"
              + "|include|attach|ask|try|stay|she|he|her|his|it should|the (?:text|post|tone))\\b.*");
  private static final int LONGEST = 170;

  static Wish of(String sentence) {
    var said = sentence.strip().replaceAll("^[\"'“-]+|[\"'”.!…]+$", "").strip();
    var that = THAT.matcher(said);
    if (that.matches()) {
      return new Wish(Optional.empty(), sayable(that.group(1)));
    }
    for (var pattern : new Pattern[] {CLAUSE, ABOUT, OBJECT}) {
      var order = pattern.matcher(said);
      if (order.matches()) {
        return new Wish(fitting(order.group(1)), Optional.empty());
      }
    }
    boolean manner = MANNER.matcher(said).matches() || said.endsWith("?");
    return new Wish(Optional.empty(), manner ? Optional.empty() : sayable(said));
  }

  private static Optional<String> sayable(String text) {
    var addressed = text.replaceFirst("^(?:They|they) ", "You ");
    return addressed.split("\\s+", -1).length < 3 ? Optional.empty() : fitting(addressed);
  }

  private static Optional<String> fitting(String text) {
    boolean fits =
        text.length() >= 8 && text.length() <= LONGEST && !text.matches("(?s).*[{}<>\\[\\]|].*");
    return fits ? Optional.of(lowered(text.strip())) : Optional.empty();
  }

  /** Lowers an article at the start, since something may be said before it. */
  private static String lowered(String text) {
    return text.matches("(?s)(?:The|A|An|My|Our|We|This|You|There) .*")
        ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
        : text;
  }
}
