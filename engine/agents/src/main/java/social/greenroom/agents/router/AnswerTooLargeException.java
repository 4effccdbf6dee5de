package social.greenroom.agents.router;

/** The router sent more bytes than any answer of ours can have. */
final class AnswerTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerTooLargeException(int max) {
    super("The model router's answer is larger than %,d bytes.".formatted(max));
  }
}
