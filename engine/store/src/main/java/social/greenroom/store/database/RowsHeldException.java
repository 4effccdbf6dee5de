package social.greenroom.store.database;

/** Rows that the work needs were held by others for longer than it may wait. */
public final class RowsHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowsHeldException(Throwable cause) {
    super("Others are changing the same rows; try again in a moment.", cause);
  }
}
