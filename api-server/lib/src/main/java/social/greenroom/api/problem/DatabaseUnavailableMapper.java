package social.greenroom.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import social.greenroom.store.database.DatabaseUnavailableException;

/** Tells clients to come back while the database is away. */
@Provider
public final class DatabaseUnavailableMapper
    implements ExceptionMapper<DatabaseUnavailableException> {
  private static final Logger LOG = Logger.getLogger(DatabaseUnavailableMapper.class);
  private static final int RETRY_SECONDS = 5;

  @Override
  public Response toResponse(DatabaseUnavailableException exception) {
    LOG.warnf("A request couldn't be served: %s", exception.getMessage());
    return ProblemResponses.builder(
            ProblemKind.UNAVAILABLE.because(
                "The database can't be reached right now; nothing was changed. Try again soon."))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .build();
  }
}
