package social.greenroom.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type a stable name of the kind of problem, or {@code about:blank}
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what happened and what to do, in a sentence for a person
 * @param errors what is wrong field by field; absent when no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem")
public record Problem(
    String type, String title, int status, String detail, @Nullable List<FieldError> errors) {
  /** The media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = errors == null || errors.isEmpty() ? null : List.copyOf(errors);
  }
}
