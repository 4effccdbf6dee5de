package social.greenroom.store.database;

/**
 * The database can't be reached, or ended the connection or the transaction for reasons of its own:
 * nothing was written, and it is worth trying again later.
 */
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(Throwable cause) {
    super("The database can't be reached now; try again in a moment.", cause);
  }
}
