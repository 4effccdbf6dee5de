package social.greenroom.store.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Turns what the driver throws into what a caller can act on. */
final class Refusals {
  // A query that was cancelled, admin shutdown, crash shutdown, cannot connect now, a transaction
  // that idled too long, a server that only reads (which a failover left us with); and the one of
  // two transactions that PostgreSQL ended because of the other: nothing of it is kept.
  private static final Set<String> AWAY =
      Set.of("57014", "57P01", "57P02", "57P03", "25P03", "25006", "40001", "40P01");

  // The connection; out of connections, memory or disk; the machine's own trouble.
  private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "58");

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ROWS_HELD = "55P03";
  private static final Map<String, Refusal> BY_INDEX =
      Map.of(
          "variant_one_in_flight",
          new Refusal(Rule.STALE_CLAIM, "Another post of this account is on its way."),
          "attempt_one_sending",
          new Refusal(Rule.SENT_ALREADY, "This post is being sent already."));

  private Refusals() {}

  private record Refusal(Rule rule, String sentence) {}

  static RuntimeException translate(JdbiException failure) {
    var cause = sqlCause(failure);
    if (cause == null) {
      return failure;
    }
    var state = cause.getSQLState();
    var rule = Rule.of(state);
    if (rule.isPresent()) {
      return new RuleViolationException(rule.get(), sentence(cause), failure);
    }
    var index = UNIQUE_VIOLATION.equals(state) ? BY_INDEX.get(constraint(cause)) : null;
    if (index != null) {
      return new RuleViolationException(index.rule(), index.sentence(), failure);
    }
    if (ROWS_HELD.equals(state)) {
      return new RowsHeldException(failure);
    }
    if (state == null || AWAY.contains(state) || AWAY_CLASSES.contains(state.substring(0, 2))) {
      return new DatabaseUnavailableException(failure);
    }
    return failure;
  }

  private static String sentence(SQLException cause) {
    if (cause instanceof PSQLException refused) {
      var answer = refused.getServerErrorMessage();
      if (answer != null && answer.getMessage() != null) {
        return answer.getMessage();
      }
    }
    return String.valueOf(cause.getMessage());
  }

  private static String constraint(SQLException cause) {
    if (cause instanceof PSQLException refused) {
      var answer = refused.getServerErrorMessage();
      if (answer != null && answer.getConstraint() != null) {
        return answer.getConstraint();
      }
    }
    return "";
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
