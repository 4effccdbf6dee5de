package social.greenroom.channels.failure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.AccessEnd;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.limit.RateWindow.Scope;

/**
 * A call to a network failed. The message is a sentence for people; no secret is in it. There is no
 * cause on purpose: the exceptions of the clients carry requests with their credentials.
 */
public final class NetworkFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final @Nullable Instant notBefore;
  private final Scope scope;

  private NetworkFailure(
      FailureKind kind, String reason, @Nullable Instant notBefore, Scope scope) {
    super(reason);
    this.kind = kind;
    this.notBefore = notBefore;
    this.scope = scope;
  }

  private NetworkFailure(FailureKind kind, String reason) {
    this(kind, reason, null, Scope.ACCOUNT);
  }

  /** It failed before the network could act: nothing went out. */
  public static NetworkFailure unsent(String reason) {
    return new NetworkFailure(FailureKind.UNSENT, reason);
  }

  /**
   * As {@link #unsent(String)}.
   *
   * @param notBefore until when who turned it away wants to be waited for; null where nobody said
   */
  public static NetworkFailure unsent(String reason, @Nullable Instant notBefore) {
    return new NetworkFailure(FailureKind.UNSENT, reason, notBefore, Scope.ACCOUNT);
  }

  /** Nobody knows whether the network acted. */
  public static NetworkFailure lost(String reason) {
    return new NetworkFailure(FailureKind.LOST, reason);
  }

  /**
   * Nothing went out; not to be tried before that instant.
   *
   * @param scope whose calls were turned away
   */
  public static NetworkFailure rateLimited(String reason, Instant notBefore, Scope scope) {
    return new NetworkFailure(FailureKind.RATE_LIMITED, reason, notBefore, scope);
  }

  /** The account needs care before it can act again. */
  public static NetworkFailure blocked(String reason) {
    return new NetworkFailure(FailureKind.BLOCKED, reason);
  }

  /** The network looked at it and refused it. */
  public static NetworkFailure refused(String reason) {
    return new NetworkFailure(FailureKind.REFUSED, reason);
  }

  /** The sentence for people. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  public PublishOutcome outcome() {
    return kind.outcome(reason(), notBefore, scope);
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
      case UNSENT, LOST, RATE_LIMITED ->
          new AccessEnd.Later(notBefore == null ? now : notBefore, reason());
      case BLOCKED, REFUSED -> new AccessEnd.Impossible(reason());
    };
  }

  public ReadFailedException unread() {
    return new ReadFailedException(reason());
  }
}
