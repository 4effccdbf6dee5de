package social.greenroom.core.neversay;

/**
 * A phrase of the list that was found.
 *
 * @param phrase as the list has it
 * @param matched as the text has it
 */
public record NeverSayHit(String phrase, String matched) {
  /** Says what was found, for the person who has to change the text. */
  public String sentence() {
    return phrase.equals(matched)
        ? "The text says '%s', which is on the never-say list; take it out.".formatted(phrase)
        : "The text says '%s', which is '%s' of the never-say list; take it out."
            .formatted(matched, phrase);
  }
}
