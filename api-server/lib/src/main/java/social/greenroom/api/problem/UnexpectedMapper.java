package social.greenroom.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import social.greenroom.core.id.Ids;

/**
 * Answers what nobody foresaw: the log gets the whole story under a reference, the client only the
 * reference.
 */
@Provider
public final class UnexpectedMapper implements ExceptionMapper<Exception> {
  private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class);

  @Override
  public Response toResponse(Exception exception) {
    var reference = Ids.next();
    LOG.errorf(exception, "A request failed unexpectedly (reference %s).", reference);
    return ProblemResponses.of(
        ProblemKind.INTERNAL.because(
            "Something went wrong on our side. Try again; if it happens again, tell your agency"
                + " the reference %s.".formatted(reference)));
  }
}
