package social.greenroom.store.database;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules which the database keeps by itself, and the SQL state with which it refuses. */
public enum Rule {
  /** The table of transitions doesn't know this step (or not for a Job). */
  TRANSITION("GR101"),
  /** It is immutable: a channel, a remote id, history. */
  IMMUTABLE("GR102"),
  /** No live approval covers this content at this time. */
  APPROVAL("GR103"),
  /** A stop is in force. */
  STOPPED("GR104"),
  /** It went out, or may have gone out. */
  SENT_ALREADY("GR105"),
  /** This person may not give that consent. */
  CONSENT("GR106"),
  /** The claim was lost to another sender. */
  STALE_CLAIM("GR107");

  private final String sqlState;

  Rule(String sqlState) {
    this.sqlState = sqlState;
  }

  public String sqlState() {
    return sqlState;
  }

  static Optional<Rule> of(@Nullable String sqlState) {
    return Arrays.stream(values()).filter(rule -> rule.sqlState.equals(sqlState)).findFirst();
  }
}
