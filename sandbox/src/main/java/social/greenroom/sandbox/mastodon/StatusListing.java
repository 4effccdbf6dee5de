package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.exchange.Reply;
import social.greenroom.sandbox.timeline.Post;
import social.greenroom.sandbox.timeline.Timeline;

/** An account's statuses, newest first, by the page. */
record StatusListing(Timeline timeline, Entities entities) {
  private static final int MOST = 40;

  Reply of(RoutingContext ctx) {
    var query = ctx.request();
    long limit = Math.min(MOST, number(query.getParam("limit"), 20));
    long since = number(query.getParam("since_id"), 0);
    long before = number(query.getParam("max_id"), Long.MAX_VALUE);
    boolean replies = !"true".equals(query.getParam("exclude_replies"));
    var posts = new ArrayList<Post>();
    timeline
        .of(Network.MASTODON)
        .filter(post -> Entities.id(post.handle()).equals(ctx.pathParam("id")))
        .filter(post -> number(post.id(), 0) > since && number(post.id(), 0) < before)
        .filter(post -> replies || post.replyTo().isEmpty())
        .forEach(posts::add);
    Collections.reverse(posts);
    var all = new JsonArray();
    posts.stream().limit(limit).map(entities::status).forEach(all::add);
    return new Reply(200, Map.of("Content-Type", "application/json"), all.toBuffer(), true);
  }

  private static long number(@Nullable String text, long otherwise) {
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
  }
}
