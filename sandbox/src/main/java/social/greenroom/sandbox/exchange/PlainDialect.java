package social.greenroom.sandbox.exchange;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Trouble as plain HTTP words it. */
public class PlainDialect implements Dialect {

  @Override
  public Reply unavailable() {
    return Reply.refused(503, error("Service Unavailable")).with("Retry-After", "1");
  }

  @Override
  public Reply rateLimited(Instant reset, boolean telling) {
    var reply = Reply.refused(429, error("Too many requests"));
    long seconds = Math.max(1, Duration.between(Instant.now(), reset).toSeconds());
    return telling ? reply.with("Retry-After", Long.toString(seconds)) : reply;
  }

  @Override
  public Reply revoked() {
    return Reply.refused(401, error("The access token was revoked"));
  }

  @Override
  public Reply duplicate() {
    return Reply.refused(422, error("Validation failed: Text is a duplicate"));
  }

  @Override
  public Reply garbled() {
    return Reply.ok(new JsonObject().put("v", 2).put("payload", "unexpected"));
  }

  /** An error's body. */
  protected JsonObject error(String message) {
    return new JsonObject().put("error", message);
  }
}
