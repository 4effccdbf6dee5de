package social.greenroom.operator.plan;

/** What was to be planned can't be read, or can't be asked about; the message says what to do. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PlanException(String message) {
    super(message);
  }

  public PlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
