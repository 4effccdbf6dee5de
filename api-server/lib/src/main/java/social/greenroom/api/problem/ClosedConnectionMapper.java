package social.greenroom.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.channels.ClosedChannelException;

/** Whoever asked has gone before the answer was there: nothing failed, and nobody reads this. */
@Provider
public final class ClosedConnectionMapper implements ExceptionMapper<ClosedChannelException> {
  @Override
  public Response toResponse(ClosedChannelException closed) {
    return Response.noContent().build();
  }
}
