package social.greenroom.agents.router;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which model to ask: an id, or {@code /regex/flags} of which the first match in the router's list
 * is taken.
 *
 * @param written as it was configured
 * @param pattern null for an id
 */
public record ModelChoice(String written, @Nullable Pattern pattern) {
  private static final Pattern REGEX = Pattern.compile("/(.+)/([a-z]*)");

  /**
   * @throws IllegalArgumentException with a sentence when it is blank or the regex doesn't hold
   */
  public static ModelChoice of(String choice) {
    var written = choice.strip();
    if (written.isEmpty()) {
      throw new IllegalArgumentException("The model isn't named; give its id or a /regex/flags.");
    }
    var regex = REGEX.matcher(written);
    if (!regex.matches()) {
      return new ModelChoice(written, null);
    }
    try {
      return new ModelChoice(written, Pattern.compile(regex.group(1), flags(regex.group(2))));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "The model's pattern %s isn't a regular expression: %s."
              .formatted(written, e.getDescription()));
    }
  }

  /** The chosen one of the ids, if any is. */
  public Optional<String> among(List<String> ids) {
    var wanted = pattern;
    return wanted == null
        ? Optional.of(written)
        : ids.stream().filter(id -> wanted.matcher(id).find()).findFirst();
  }

  /** Whether the router's list is needed to choose. */
  boolean needsList() {
    return pattern != null;
  }

  private static int flags(String letters) {
    var flags = 0;
    for (var i = 0; i < letters.length(); i++) {
      var letter = letters.charAt(i);
      flags |=
          switch (letter) {
            case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case 'm' -> Pattern.MULTILINE;
            case 's' -> Pattern.DOTALL;
            case 'x' -> Pattern.COMMENTS;
            // Of a first match, "global" and "unicode" say nothing more.
            case 'g', 'u' -> 0;
            default ->
                throw new IllegalArgumentException(
                    "The flag '%s' of the model's pattern isn't known; use i, m, s or x."
                        .formatted(letter));
          };
    }
    return flags;
  }
}
