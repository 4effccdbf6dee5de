package social.greenroom.core.series;

/** A declaration that can't be followed; the message names the field and the remedy. */
public final class InvalidRecurrenceException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidRecurrenceException(String message) {
    super(message);
  }
}
