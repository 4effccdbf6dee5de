package social.greenroom.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes problems as HTTP answers; never to be cached. */
final class ProblemResponses {
  private ProblemResponses() {}

  static Response of(Problem problem) {
    return builder(problem).build();
  }

  static Response.ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem);
  }
}
