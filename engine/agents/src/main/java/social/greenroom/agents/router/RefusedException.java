package social.greenroom.agents.router;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** The router refused a call. What it said is left out: it may quote the prompt or the key. */
final class RefusedException extends HttpException {
  private static final long serialVersionUID = 1L;
  private final Duration retryAfter;

  /**
   * @param retryAfter how long it asks to wait; zero where it doesn't say
   */
  RefusedException(int status, Duration retryAfter) {
    super(status, "The model router answered " + status + ".");
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
