package social.greenroom.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import social.greenroom.sandbox.exchange.PlainDialect;
import social.greenroom.sandbox.exchange.Reply;

/** A model router's words for trouble, in the shape of the API that was asked. */
final class ModelDialect extends PlainDialect {
  private final ApiShape shape;

  ModelDialect(ApiShape shape) {
    this.shape = shape;
  }

  @Override
  public Reply unavailable() {
    return Reply.refused(503, shape.error("overloaded_error", "Overloaded"));
  }

  @Override
  public Reply rateLimited(Instant reset, boolean telling) {
    var reply = Reply.refused(429, shape.error("rate_limit_error", "Rate limit reached"));
    long seconds = Math.max(1, Duration.between(Instant.now(), reset).toSeconds());
    return telling ? reply.with("Retry-After", Long.toString(seconds)) : reply;
  }

  @Override
  public Reply revoked() {
    return Reply.refused(401, shape.error("authentication_error", "Invalid API key"));
  }

  Reply broken() {
    return Reply.refused(500, shape.error("api_error", "Internal server error"));
  }
}
