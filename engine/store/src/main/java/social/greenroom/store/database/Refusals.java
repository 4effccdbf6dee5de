package social.greenroom.store.database;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Turns what the driver throws into what a caller can act on. */
final class Refusals {
  // Too many connections, admin shutdown, crash shutdown, cannot connect now.
  private static final Set<String> AWAY = Set.of("53300", "57P01", "57P02", "57P03");

  private Refusals() {}

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
    if (state == null || state.startsWith("08") || AWAY.contains(state)) {
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

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
