package social.greenroom.worker.log;

import java.lang.System.Logger.Level;

/**
 * What can't be checked before it is sent, for a reason that nobody foresaw. Thrown on, it would be
 * taken up and lost again and again, and nobody be told.
 */
public final class Unchecked {
  private static final System.Logger LOG = System.getLogger(Unchecked.class.getName());

  private Unchecked() {}

  /** Writes the whole story into the log, and returns the sentence for a person. */
  public static String because(RuntimeException cause) {
    LOG.log(Level.ERROR, "It can't be checked before it is sent", cause);
    return "Something on our side keeps it from being checked; it is tried again each minute, and the log tells more.";
  }
}
