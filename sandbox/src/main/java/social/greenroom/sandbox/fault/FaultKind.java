package social.greenroom.sandbox.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong on demand. */
public enum FaultKind {
  /** 503 with Retry-After; the request isn't looked at. */
  FAIL_BEFORE,
  /** The call takes effect, then the connection is dropped without an answer. */
  FAIL_AFTER_ACCEPT,
  /** The call takes effect at once; the answer is late. */
  SLOW,
  /** The call takes effect late, and so does the answer, whether or not anybody still waits. */
  SLOW_ACCEPT,
  RATE_LIMIT,
  RATE_LIMIT_NO_HEADERS,
  /** A TCP reset before the request is looked at. */
  RESET,
  /** The network says that it has this text already. */
  DUPLICATE,
  /** The text is cut before it is stored. */
  TRUNCATE,
  /** The credential is refused. */
  REVOKED,
  /** The call takes effect; the answer has a shape nobody knows. */
  WRONG_SCHEMA;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FaultKind> named(String name) {
    return Stream.of(values()).filter(k -> k.key().equalsIgnoreCase(name)).findFirst();
  }
}
