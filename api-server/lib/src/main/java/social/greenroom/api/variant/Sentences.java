package social.greenroom.api.variant;

/** Joins what others wrote into sentences. */
final class Sentences {
  private Sentences() {}

  /** The text with an end, so that another sentence can follow. */
  static String ended(String text) {
    var stripped = text.strip();
    return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
        ? stripped
        : stripped + ".";
  }
}
