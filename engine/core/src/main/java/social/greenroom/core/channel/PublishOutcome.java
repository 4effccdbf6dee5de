package social.greenroom.core.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call that publishes, or that adds what follows a post. Sentences are for people
 * and hold no secret.
 */
public sealed interface PublishOutcome {

  /** The wire name kept in the attempt's row. */
  String wireName();

  /** Why it isn't out, or isn't known to be; null when it is. */
  @Nullable String reason();

  /**
   * The network accepted it.
   *
   * @param storedText plain text as the network answered that it keeps it; null where it doesn't
   *     tell
   */
  record Published(String remoteId, @Nullable String url, @Nullable String storedText)
      implements PublishOutcome {
    /** Accepted by a network that doesn't tell what it keeps. */
    public Published(String remoteId, @Nullable String url) {
      this(remoteId, url, null);
    }

    @Override
    public @Nullable String reason() {
      return null;
    }

    @Override
    public String wireName() {
      return "published";
    }
  }

  /** The network, or a check before it, refused the content for good. Nothing went out. */
  record Rejected(String reason) implements PublishOutcome {
    @Override
    public String wireName() {
      return "rejected";
    }
  }

  /** Soft block: nothing went out; not to be tried before that instant. */
  record RateLimited(Instant notBefore, String reason) implements PublishOutcome {
    @Override
    public String wireName() {
      return "rate_limited";
    }
  }

  /** Hard block: nothing went out, and the account needs care (revoked, missing scope). */
  record AccountBlocked(String reason) implements PublishOutcome {
    @Override
    public String wireName() {
      return "account_blocked";
    }
  }

  /** It surely failed before anything was sent; trying again is safe. */
  record NotSent(String reason) implements PublishOutcome {
    @Override
    public String wireName() {
      return "not_sent";
    }
  }

  /** It may have gone out: only reading, or a person, can tell. */
  record Unknown(String reason) implements PublishOutcome {
    @Override
    public String wireName() {
      return "unknown";
    }
  }
}
