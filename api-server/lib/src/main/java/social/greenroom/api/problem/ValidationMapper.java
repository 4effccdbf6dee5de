package social.greenroom.api.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells which fields break their declared constraints. */
@Provider
public final class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {
  @Override
  public Response toResponse(ConstraintViolationException exception) {
    var errors =
        exception.getConstraintViolations().stream()
            .map(violation -> new FieldError(field(violation.getPropertyPath()), words(violation)))
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList();
    var detail =
        errors.size() == 1 ? errors.get(0).message() : "Some fields have to be changed first.";
    return ProblemResponses.of(ProblemKind.NOT_VALID.because(detail, errors));
  }

  private static String words(ConstraintViolation<?> violation) {
    return violation.getMessage();
  }

  /** The path as the client sees it: without the method's and the body parameter's names. */
  private static String field(Path path) {
    var inside =
        StreamSupport.stream(path.spliterator(), false)
            .filter(node -> node.getKind() == ElementKind.PROPERTY)
            .map(Path.Node::toString)
            .collect(Collectors.joining("."));
    if (!inside.isEmpty()) {
      return inside;
    }
    return StreamSupport.stream(path.spliterator(), false)
        .filter(node -> node.getKind() == ElementKind.PARAMETER)
        .map(Path.Node::toString)
        .findFirst()
        .orElse("body");
  }
}
