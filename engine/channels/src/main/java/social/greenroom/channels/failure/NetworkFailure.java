package social.greenroom.channels.failure;

import java.time.Instant;
import social.greenroom.core.channel.AccessEnd;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.ReadFailedException;

/**
 * A call to a network failed. The message is a sentence for people; no secret is in it. There is no
 * cause on purpose: the exceptions of the clients carry requests with their credentials.
 */
public final class NetworkFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final Instant notBefore;

  private NetworkFailure(FailureKind kind, String reason, Instant notBefore) {
    super(reason);
    this.kind = kind;
    this.notBefore = notBefore;
  }

  /** It failed before the network could act: nothing went out. */
  public static NetworkFailure unsent(String reason) {
    return new NetworkFailure(FailureKind.UNSENT, reason, Instant.EPOCH);
  }

  /** Nobody knows whether the network acted. */
  public static NetworkFailure lost(String reason) {
    return new NetworkFailure(FailureKind.LOST, reason, Instant.EPOCH);
  }

  public static NetworkFailure rateLimited(String reason, Instant notBefore) {
    return new NetworkFailure(FailureKind.RATE_LIMITED, reason, notBefore);
  }

  /** The account needs care before it can act again. */
  public static NetworkFailure blocked(String reason) {
    return new NetworkFailure(FailureKind.BLOCKED, reason, Instant.EPOCH);
  }

  /** The network looked at it and refused it. */
  public static NetworkFailure refused(String reason) {
    return new NetworkFailure(FailureKind.REFUSED, reason, Instant.EPOCH);
  }

  /** The sentence for people. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  public PublishOutcome outcome() {
    return kind.outcome(reason(), notBefore);
  }

  /**
   * The same failure of a call that only prepares the post, such as an upload: whatever became of
   * the call, nothing is to be seen by anybody.
   */
  public NetworkFailure whilePreparing() {
    return kind == FailureKind.LOST ? unsent(reason()) : this;
  }

  public HealthReport health() {
    return new HealthReport(kind.health(), null, reason());
  }

  /** What the failure means for giving an access back, which may be done again. */
  public AccessEnd accessEnd(Instant now) {
    return switch (kind) {
      case UNSENT, LOST -> new AccessEnd.Later(now, reason());
      case RATE_LIMITED -> new AccessEnd.Later(notBefore, reason());
      case BLOCKED, REFUSED -> new AccessEnd.Impossible(reason());
    };
  }

  public ReadFailedException unread() {
    return new ReadFailedException(reason());
  }
}
