package social.greenroom.api.media;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import social.greenroom.api.problem.Problem;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.media.MediaUnavailableException;

/** Tells clients to come back while the media store is away. */
@Provider
public final class MediaUnavailableMapper implements ExceptionMapper<MediaUnavailableException> {
  private static final Logger LOG = Logger.getLogger(MediaUnavailableMapper.class);
  private static final int RETRY_SECONDS = 5;

  @Override
  public Response toResponse(MediaUnavailableException exception) {
    LOG.warnf(exception, "A request couldn't be served: %s", exception.getMessage());
    return Response.status(ProblemKind.UNAVAILABLE.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .entity(
            ProblemKind.UNAVAILABLE.because(
                "The media store can't be reached right now; nothing was changed. Try again soon."))
        .build();
  }
}
