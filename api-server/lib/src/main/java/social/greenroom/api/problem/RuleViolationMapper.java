package social.greenroom.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;

/**
 * Passes on what the database refused, in its own sentence. Our own checks come first and say more;
 * this is for what changed between the check and the write.
 */
@Provider
public final class RuleViolationMapper implements ExceptionMapper<RuleViolationException> {
  @Override
  public Response toResponse(RuleViolationException exception) {
    var kind = exception.rule() == Rule.CONSENT ? ProblemKind.FORBIDDEN : ProblemKind.CONFLICT;
    return ProblemResponses.of(kind.because(String.valueOf(exception.getMessage())));
  }
}
