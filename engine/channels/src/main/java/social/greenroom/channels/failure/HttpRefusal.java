package social.greenroom.channels.failure;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import social.greenroom.core.limit.RateWindow.Scope;

/**
 * An HTTP status that isn't a success, and what it means for the request.
 *
 * @param whom who answered, as a person would say it
 * @param words what the answer says, clean; may be empty
 * @param scope whose calls who answered counts
 */
public record HttpRefusal(String whom, int status, HttpHeaders headers, String words, Scope scope) {
  /** By who counts each account's own calls. */
  public HttpRefusal(String whom, int status, HttpHeaders headers, String words) {
    this(whom, status, headers, words, Scope.ACCOUNT);
  }

  /** The failure that the answer means. */
  public NetworkFailure failure(Instant now) {
    if (status == 429) {
      return NetworkFailure.rateLimited(
          said("asks us to wait: too many requests"), notBefore(new ComeBack(now)), scope);
    }
    if (status == 401) {
      return NetworkFailure.blocked(
          said("no longer accepts this account's credential; connect the account again"));
    }
    if (status == 402) {
      return NetworkFailure.blocked(said("wants to be paid first: this connection has no credit"));
    }
    if (status == 403) {
      return NetworkFailure.blocked(said("doesn't allow this account to do that"));
    }
    if (status == 503 && headers.firstValue("Retry-After").isPresent()) {
      // A service that says when to come back turned the request away itself. A bare 503 may come
      // from a proxy that lost the service after it had acted.
      return NetworkFailure.unsent(
          said("is overloaded and turned the request away"),
          retryAfter(new ComeBack(now)).orElse(null));
    }
    if (status >= 400 && status < 500 && status != 408) {
      return NetworkFailure.refused(said("refused it"));
    }
    return NetworkFailure.lost(said("answered with an error (HTTP " + status + ")"));
  }

  private String said(String what) {
    return words.isEmpty()
        ? "%s %s.".formatted(whom, what)
        : "%s %s: %s".formatted(whom, what, Words.sentence(words));
  }

  private Instant notBefore(ComeBack comeBack) {
    return retryAfter(comeBack)
        .or(
            () ->
                told("X-RateLimit-Reset")
                    .or(() -> told("x-rate-limit-reset"))
                    .flatMap(comeBack::reset))
        .orElseGet(comeBack::untold);
  }

  private Optional<Instant> retryAfter(ComeBack comeBack) {
    return told("Retry-After").flatMap(comeBack::retryAfter);
  }

  private Optional<String> told(String header) {
    return headers.firstValue(header);
  }
}
