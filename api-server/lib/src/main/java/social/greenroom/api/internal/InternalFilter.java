package social.greenroom.api.internal;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;

/**
 * Refuses on other ports what is for the internal one. {@link InternalPort} goes by the path as it
 * was sent, of which there is more than one spelling ({@code /internal;a=b/media}); this goes by
 * the resource that was found.
 */
@Provider
@Internal
@Priority(Priorities.AUTHENTICATION - 100)
public class InternalFilter implements ContainerRequestFilter {
  private final InternalPort port;

  @Context @Nullable HttpServerRequest server;

  InternalFilter(InternalPort port) {
    this.port = port;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (server == null || !port.received(server)) {
      throw ProblemException.of(ProblemKind.NOT_FOUND, InternalPort.NOTHING_HERE);
    }
  }
}
