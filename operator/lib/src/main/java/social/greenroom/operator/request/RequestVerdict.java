package social.greenroom.operator.request;

/**
 * Whether a request can be carried out.
 *
 * @param reason one CamelCase word
 * @param sentence what is so, and how to mend it
 * @param forGood true when nothing but another request can mend it
 */
public record RequestVerdict(boolean accepted, String reason, String sentence, boolean forGood) {
  static final RequestVerdict ACCEPTED =
      new RequestVerdict(
          true, "Accepted", "The talent and the accounts are there and can do this.", false);

  /** May be mended by making or changing another resource. */
  static RequestVerdict waits(String reason, String sentence) {
    return new RequestVerdict(false, reason, sentence, false);
  }

  static RequestVerdict refused(String reason, String sentence) {
    return new RequestVerdict(false, reason, sentence, true);
  }
}
