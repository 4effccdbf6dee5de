package social.greenroom.sandbox.rehearsal;

/** The installation didn't do what it should; the message says which step and what was seen. */
public final class RehearsalFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  RehearsalFailedException(String message) {
    super(message);
  }
}
