package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.exchange.Reply;
import social.greenroom.sandbox.fault.Truncation;
import social.greenroom.sandbox.timeline.Post;
import social.greenroom.sandbox.timeline.Timeline;

/** Statuses: posted once per idempotency key, read, listed, deleted. */
final class Statuses {
  private final Front front;
  private final Timeline timeline;
  private final Attachments attachments;
  private final Idempotency idempotency;
  private final Entities entities;

  Statuses(
      Front front,
      Timeline timeline,
      Attachments attachments,
      Idempotency idempotency,
      Entities entities) {
    this.front = front;
    this.timeline = timeline;
    this.attachments = attachments;
    this.idempotency = idempotency;
    this.entities = entities;
  }

  void mount(Router router) {
    router
        .post("/mastodon/api/v1/statuses")
        .handler(
            ctx ->
                front.admit(
                    ctx,
                    Operation.PUBLISH,
                    "write:statuses",
                    (handle, truncating) -> publish(ctx, handle, truncating)));
    router
        .get("/mastodon/api/v1/statuses/:id")
        .handler(
            ctx ->
                front.admit(
                    ctx,
                    Operation.READ,
                    "read:statuses",
                    (handle, truncating) ->
                        find(ctx)
                            .map(post -> Reply.ok(entities.status(post)))
                            .orElseGet(Statuses::missing)));
    router
        .delete("/mastodon/api/v1/statuses/:id")
        .handler(
            ctx ->
                front.admit(
                    ctx,
                    Operation.DELETE,
                    "write:statuses",
                    (handle, truncating) -> delete(ctx, handle)));
    router
        .get("/mastodon/api/v1/accounts/:id/statuses")
        .handler(
            ctx ->
                front.admit(
                    ctx, Operation.READ, "read:statuses", (handle, truncating) -> list(ctx)));
  }

  private Reply publish(RoutingContext ctx, String handle, boolean truncating) {
    var key = ctx.request().getHeader("Idempotency-Key");
    var before = idempotency.find(handle, key).flatMap(timeline::find);
    if (before.isPresent()) {
      // Answered as the first time, but it took no effect of its own.
      return Reply.json(200, entities.status(before.get()), false);
    }
    var form = Form.of(ctx);
    var text = form.text("status");
    var media = attachments.find(handle, form.list("media_ids"));
    if (media.isEmpty()) {
      return refused(
          "Cannot attach files that have not finished processing. Try again in a moment!");
    }
    if (media.get().size() > MediaRules.MOST) {
      return refused("Cannot attach more than 4 files");
    }
    if (text.isBlank() && media.get().isEmpty()) {
      return refused("Validation failed: Text can't be blank");
    }
    if (TootText.length(text) > TootText.MAX) {
      return refused("Validation failed: Text character limit of 500 exceeded");
    }
    var answered = Optional.of(form.text("in_reply_to_id")).filter(id -> !id.isEmpty());
    var stored = truncating ? Truncation.of(text) : text;
    var post = timeline.accept(Network.MASTODON, handle, stored, media.get(), answered);
    idempotency.keep(handle, key, post.id());
    return Reply.ok(entities.status(post));
  }

  private Optional<Post> find(RoutingContext ctx) {
    return timeline.find(Network.MASTODON, ctx.pathParam("id"));
  }

  private Reply delete(RoutingContext ctx, String handle) {
    var mine = find(ctx).filter(post -> post.by(Network.MASTODON, handle));
    mine.ifPresent(timeline::remove);
    return mine.map(post -> Reply.ok(entities.status(post).put("text", post.text())))
        .orElseGet(Statuses::missing);
  }

  /** An account's statuses, newest first. */
  private Reply list(RoutingContext ctx) {
    var query = ctx.request();
    int limit = Math.min(40, number(query.getParam("limit"), 20));
    var since = Optional.ofNullable(query.getParam("since_id")).map(id -> number(id, 0L));
    var before =
        Optional.ofNullable(query.getParam("max_id")).map(id -> number(id, Long.MAX_VALUE));
    boolean replies = !"true".equals(query.getParam("exclude_replies"));
    var posts = new ArrayList<Post>();
    timeline
        .of(Network.MASTODON)
        .filter(post -> Entities.id(post.handle()).equals(ctx.pathParam("id")))
        .filter(post -> before.map(id -> Long.parseLong(post.id()) < id).orElse(true))
        .filter(post -> since.map(id -> Long.parseLong(post.id()) > id).orElse(true))
        .filter(post -> replies || post.replyTo().isEmpty())
        .forEach(posts::add);
    Collections.reverse(posts);
    var all = new JsonArray();
    posts.stream().limit(limit).map(entities::status).forEach(all::add);
    return new Reply(200, Map.of("Content-Type", "application/json"), all.toBuffer(), true);
  }

  private static int number(@Nullable String text, int otherwise) {
    return Math.toIntExact(number(text, (long) otherwise));
  }

  private static long number(@Nullable String text, long otherwise) {
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
  }

  private static Reply missing() {
    return Reply.refused(404, new JsonObject().put("error", "Record not found"));
  }

  private static Reply refused(String why) {
    return Reply.refused(422, new JsonObject().put("error", why));
  }
}
