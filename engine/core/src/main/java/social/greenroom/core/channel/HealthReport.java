package social.greenroom.core.channel;

import org.jspecify.annotations.Nullable;

/**
 * How an account stands at its network.
 *
 * @param remoteId the account's id as the network tells it, where it could be read
 * @param message a sentence when it isn't ok
 */
public record HealthReport(Health health, @Nullable String remoteId, @Nullable String message) {
  /** Every call reports one of these. */
  public enum Health {
    OK,
    /** Rate limited: back off. */
    SOFT_BLOCK,
    /** Revoked or forbidden: pause the account and tell the operator. */
    HARD_BLOCK,
    /** The network couldn't be reached. */
    UNREACHABLE
  }
}
