package social.greenroom.core.schedule;

/** A value of a policy and who said it. */
public record Sourced<T>(T value, RuleSource source) {
  /** What holds where nobody says. */
  static <T> Sourced<T> byDefault(T value) {
    return new Sourced<>(value, RuleSource.DEFAULT);
  }
}
