package social.greenroom.agents.answer;

/** A model's answer isn't what was asked for; the message says what is wrong, to ask again with. */
public final class UnfitAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnfitAnswerException(String problem) {
    super(problem);
  }

  /** What is wrong, as a sentence. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
