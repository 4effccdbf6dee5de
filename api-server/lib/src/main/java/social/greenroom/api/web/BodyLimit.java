package social.greenroom.api.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.upload.UploadConfig;

/**
 * Refuses a body that is too large before any of it is read. The server's own limit has to admit
 * uploads, so JSON bodies get a far smaller one here; and since that is judged by the declared
 * length, a JSON body without one is refused.
 */
@Singleton
public final class BodyLimit {
  private static final int EARLY = 900;
  private static final long MAX_JSON_BYTES = 1024 * 1024;
  private static final String UPLOADS = "/api/v1/uploads";
  private static final String JOBS_UPLOADS = "/api/v1/internal/";

  private final long maxUploadBytes;

  BodyLimit(UploadConfig uploads) {
    maxUploadBytes = uploads.maxBytes();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    var path = context.normalizedPath();
    var headers = context.request().headers();
    var length = headers.get(HttpHeaders.CONTENT_LENGTH);
    var upload =
        path.equals(UPLOADS)
            || (path.startsWith(JOBS_UPLOADS) && context.request().method().equals(HttpMethod.PUT));
    var most = upload ? maxUploadBytes : MAX_JSON_BYTES;
    if (!path.startsWith("/api/")) {
      context.next();
    } else if (length == null && headers.contains(HttpHeaders.TRANSFER_ENCODING) && !upload) {
      ProblemAnswer.send(
          context, ProblemKind.LENGTH_REQUIRED.because("Send the body with a Content-Length."));
    } else if (exceeds(length, most)) {
      ProblemAnswer.send(
          context,
          ProblemKind.TOO_LARGE.because(
              "At most %,d bytes are taken here; send something smaller.".formatted(most)));
    } else {
      context.next();
    }
  }

  private static boolean exceeds(@Nullable String length, long most) {
    // The server has refused what isn't a number; 18 digits fit a long.
    return length != null && (length.length() > 18 || Long.parseLong(length) > most);
  }
}
