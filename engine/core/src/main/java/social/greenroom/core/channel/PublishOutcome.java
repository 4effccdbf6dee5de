package social.greenroom.core.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.limit.RateWindow.Scope;

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
   * What it means where the same was sent before and nobody could tell what came of that: what a
   * network calls a duplicate is that one, late.
   */
  default PublishOutcome afterDoubt() {
    return this;
  }

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

  /**
   * The network, or a check before it, refused the content for good. Nothing went out.
   *
   * @param duplicate true when the network says that it has the same already
   */
  record Rejected(String reason, boolean duplicate) implements PublishOutcome {
    /** Refused for anything else than being there already. */
    public Rejected(String reason) {
      this(reason, false);
    }

    @Override
    public PublishOutcome afterDoubt() {
      return duplicate
          ? new Unknown(reason + " It was sent before, and that one may be there.")
          : this;
    }

    @Override
    public String wireName() {
      return "rejected";
    }
  }

  /**
   * Soft block: nothing went out; not to be tried before that instant.
   *
   * @param scope whose calls were turned away
   */
  record RateLimited(Instant notBefore, String reason, Scope scope) implements PublishOutcome {
    /** The account's own calls were. */
    public RateLimited(Instant notBefore, String reason) {
      this(notBefore, reason, Scope.ACCOUNT);
    }

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

  /**
   * It surely failed before anything was sent; trying again is safe.
   *
   * @param notBefore until when who turned it away wants to be waited for; null where nobody said
   * @param called false where nobody was called, so that it tells nothing of the network
   */
  record NotSent(String reason, @Nullable Instant notBefore, boolean called)
      implements PublishOutcome {
    /** The network was called, and didn't say when to come back. */
    public NotSent(String reason) {
      this(reason, null, true);
    }

    /** Its sender turned back before it called anybody. */
    public static NotSent uncalled(String reason) {
      return new NotSent(reason, null, false);
    }

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
