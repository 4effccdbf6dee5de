package social.greenroom.api.problem;

import java.util.List;
import java.util.Locale;

/** The kinds of problem the API tells, each with its HTTP status. */
public enum ProblemKind {
  BAD_REQUEST(400, "The request can't be read"),
  SIGN_IN_NEEDED(401, "Sign-in is needed"),
  FORBIDDEN(403, "Not allowed"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Not possible here"),
  NOT_ACCEPTABLE(406, "No answer in that form"),
  CONFLICT(409, "It has changed meanwhile"),
  LENGTH_REQUIRED(411, "The request's length is missing"),
  TOO_LARGE(413, "Too large"),
  UNSUPPORTED_TYPE(415, "This type isn't taken"),
  NOT_VALID(422, "Something has to be changed first"),
  TOO_MANY_REQUESTS(429, "Too many tries"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available right now");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable name programs may act on. */
  public String type() {
    return "urn:greenroom:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Problem because(String detail) {
    return because(detail, List.of());
  }

  public Problem because(String detail, List<FieldError> errors) {
    return new Problem(type(), title, status, detail, errors);
  }

  /** The kind that tells this HTTP status best. */
  public static ProblemKind ofStatus(int status) {
    for (var kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? BAD_REQUEST : INTERNAL;
  }
}
