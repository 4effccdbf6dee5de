package social.greenroom.sandbox.fault;

/** A network that silently keeps half of a text. */
public final class Truncation {
  private Truncation() {}

  public static String of(String text) {
    int half = text.codePointCount(0, text.length()) / 2;
    return text.substring(0, text.offsetByCodePoints(0, half));
  }
}
