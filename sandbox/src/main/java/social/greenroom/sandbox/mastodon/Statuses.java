package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
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
  private final StatusListing listing;

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
    this.listing = new StatusListing(timeline, entities);
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
                    ctx, Operation.READ, "read:statuses", (handle, truncating) -> listing.of(ctx)));
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

  private static Reply missing() {
    return Reply.refused(404, new JsonObject().put("error", "Record not found"));
  }

  private static Reply refused(String why) {
    return Reply.refused(422, new JsonObject().put("error", why));
  }
}
