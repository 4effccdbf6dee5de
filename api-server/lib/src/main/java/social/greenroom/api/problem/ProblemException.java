package social.greenroom.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem document. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient @Nullable Duration retryAfter;

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public static ProblemException of(ProblemKind kind, String detail) {
    return new ProblemException(kind.because(detail), null);
  }

  public static ProblemException of(ProblemKind kind, String detail, List<FieldError> errors) {
    return new ProblemException(kind.because(detail, errors), null);
  }

  /** One field has to be changed first. */
  public static ProblemException field(String field, String message) {
    return of(ProblemKind.NOT_VALID, message, List.of(new FieldError(field, message)));
  }

  /** Too many tries; the client may come back after the given time. */
  public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
    return new ProblemException(ProblemKind.TOO_MANY_REQUESTS.because(detail), retryAfter);
  }

  /** Nothing with that id is there for this caller; whether it exists elsewhere isn't told. */
  public static ProblemException notFound(String what) {
    return of(ProblemKind.NOT_FOUND, "There is no %s with this id here.".formatted(what));
  }

  public Problem problem() {
    return problem;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
