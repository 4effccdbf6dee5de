package social.greenroom.sandbox.mastodon;

import java.time.Instant;
import social.greenroom.sandbox.exchange.PlainDialect;
import social.greenroom.sandbox.exchange.Reply;

/** Mastodon tells its limits in X-RateLimit headers, the reset as an ISO instant. */
final class MastodonDialect extends PlainDialect {

  @Override
  public Reply rateLimited(Instant reset, boolean telling) {
    var reply = Reply.refused(429, error("Too many requests"));
    return telling
        ? reply
            .with("X-RateLimit-Limit", "300")
            .with("X-RateLimit-Remaining", "0")
            .with("X-RateLimit-Reset", reset.toString())
        : reply;
  }

  @Override
  public Reply duplicate() {
    return Reply.refused(422, error("Validation failed: Text has already been posted"));
  }
}
