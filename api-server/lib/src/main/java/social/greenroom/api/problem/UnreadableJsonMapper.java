package social.greenroom.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Tells why a body isn't the JSON that is expected. Jackson's own messages name our classes, so
 * none is passed on.
 */
@Provider
public final class UnreadableJsonMapper implements ExceptionMapper<MismatchedInputException> {
  @Override
  public Response toResponse(MismatchedInputException exception) {
    return ProblemResponses.of(problem(exception));
  }

  static Problem problem(JsonProcessingException exception) {
    if (exception instanceof UnrecognizedPropertyException unknown) {
      return withField(
          unknown, "There is no field '%s' here; remove it.".formatted(unknown.getPropertyName()));
    }
    if (exception instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return withField(mapping, ofWrongForm(mapping));
    }
    var at = exception.getLocation();
    return ProblemKind.BAD_REQUEST.because(
        at == null || at.getLineNr() < 1
            ? "The body isn't the JSON that is expected here."
            : "The body isn't valid JSON at line %d, column %d."
                .formatted(at.getLineNr(), at.getColumnNr()));
  }

  private static String ofWrongForm(JsonMappingException exception) {
    if (exception instanceof InvalidFormatException refused
        && String.class.equals(refused.getTargetType())) {
      // See PlainText.
      return "'%s' holds a character that can't be stored; remove it.".formatted(field(exception));
    }
    var type = exception instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
    return ExpectedForm.of(type)
        .map(form -> "'%s' has to be %s.".formatted(field(exception), form))
        .orElseGet(
            () -> "The value of '%s' isn't of the expected form.".formatted(field(exception)));
  }

  private static Problem withField(JsonMappingException exception, String message) {
    return ProblemKind.BAD_REQUEST.because(
        message, List.of(new FieldError(field(exception), message)));
  }

  private static String field(JsonMappingException exception) {
    var path = new StringBuilder();
    for (var reference : exception.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }
}
