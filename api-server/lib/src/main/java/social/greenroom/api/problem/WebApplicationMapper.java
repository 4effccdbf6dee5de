package social.greenroom.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives what the framework refuses (404, 405, 415 and the like) the same form as our own. */
@Provider
public final class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException exception) {
    var cause = exception.getCause();
    if (cause instanceof JsonProcessingException json) {
      return ProblemResponses.of(UnreadableJsonMapper.problem(json));
    }
    if (cause instanceof ProblemException known) {
      return ProblemResponses.of(known.problem());
    }
    var original = exception.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    var kind = ProblemKind.ofStatus(original.getStatus());
    var response = ProblemResponses.builder(kind.because(sentence(kind)));
    var allow = original.getHeaderString("Allow");
    if (allow != null) {
      response.header("Allow", allow);
    }
    return response.build();
  }

  private static String sentence(ProblemKind kind) {
    return switch (kind) {
      case NOT_FOUND -> "There is nothing at this address.";
      case METHOD_NOT_ALLOWED -> "This address doesn't know that method.";
      case NOT_ACCEPTABLE -> "This address answers in JSON: send 'Accept: application/json'.";
      case UNSUPPORTED_TYPE ->
          "This address takes JSON: send it with 'Content-Type: application/json'.";
      case BAD_REQUEST -> "The request isn't of the form that is expected here.";
      case SIGN_IN_NEEDED,
          FORBIDDEN,
          CONFLICT,
          LENGTH_REQUIRED,
          TOO_LARGE,
          NOT_VALID,
          TOO_MANY_REQUESTS,
          INTERNAL,
          UNAVAILABLE ->
          kind.title() + ".";
    };
  }
}
