package social.greenroom.core.schedule;

/**
 * A rule for people to read.
 *
 * @param rule which one it is, as {@link Violation#rule} names it where it can be broken
 * @param words what it says, for example "cooldown 4 hours"
 * @param source who said it
 */
public record RuleWords(String rule, String words, RuleSource source) {
  /** For example "account instagram-anna: cooldown 4 hours". */
  public String sentence() {
    return source.said(words);
  }
}
