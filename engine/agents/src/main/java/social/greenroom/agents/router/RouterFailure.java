package social.greenroom.agents.router;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call of the router failed.
 *
 * @param sentence follows "The model router at X "
 * @param temporary whether the same call may go through later
 * @param retryAfter how long the router asks to wait
 */
record RouterFailure(String sentence, boolean temporary, Duration retryAfter) {

  static RouterFailure of(RuntimeException failure) {
    return find(failure, RefusedException.class)
        .map(RouterFailure::refused)
        .or(() -> find(failure, AnswerTooLargeException.class).map(e -> last("sent far too much")))
        .or(() -> find(failure, IOException.class).map(e -> passing("couldn't be reached in time")))
        .orElseGet(() -> last("sent an answer that can't be read"));
  }

  private static RouterFailure refused(RefusedException refused) {
    var status = refused.statusCode();
    return switch (status) {
      case 401, 403 -> last("refused our key (%d); check the model key".formatted(status));
      case 404 -> last("knows no such model or address (404); check the model and the address");
      case 408, 425, 429, 529 ->
          new RouterFailure("is too busy (%d)".formatted(status), true, refused.retryAfter());
      default ->
          status >= 500
              ? new RouterFailure("has trouble (%d)".formatted(status), true, refused.retryAfter())
              : last("refused the question (%d)".formatted(status));
    };
  }

  private static RouterFailure passing(String sentence) {
    return new RouterFailure(sentence, true, Duration.ZERO);
  }

  private static RouterFailure last(String sentence) {
    return new RouterFailure(sentence, false, Duration.ZERO);
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
    @Nullable Throwable cause = failure;
    for (var depth = 0; cause != null && depth < 20; depth++) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
