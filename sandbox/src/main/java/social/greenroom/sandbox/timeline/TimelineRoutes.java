package social.greenroom.sandbox.timeline;

import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.exchange.Counts;
import social.greenroom.sandbox.journal.Journal;

/** The timeline as a page and as JSON, and the counts that prove "exactly once". */
public final class TimelineRoutes {
  private final Timeline timeline;
  private final Counts counts;
  private final Journal journal;
  private final Origin origin;

  public TimelineRoutes(Timeline timeline, Counts counts, Journal journal, Origin origin) {
    this.timeline = timeline;
    this.counts = counts;
    this.journal = journal;
    this.origin = origin;
  }

  public void mount(Router router) {
    router.get("/").handler(ctx -> ctx.redirect("/timeline"));
    router.get("/timeline").handler(this::page);
    router.get("/timeline.json").handler(this::json);
    router.get("/timeline/:id").handler(this::permalink);
    router.delete("/timeline").handler(this::empty);
    router
        .get("/stats.json")
        .handler(
            ctx -> ctx.json(counts.toJson(Optional.ofNullable(ctx.request().getParam("handle")))));
  }

  private void json(RoutingContext ctx) {
    var all = new JsonArray();
    Selection.of(ctx.request()).from(timeline).forEach(post -> all.add(post.toJson(origin)));
    ctx.json(all);
  }

  private void page(RoutingContext ctx) {
    var selection = Selection.of(ctx.request());
    var posts = selection.from(timeline).toList();
    send(ctx, 200, TimelinePage.list(selection, posts));
  }

  private void permalink(RoutingContext ctx) {
    var found = timeline.find(ctx.pathParam("id"));
    send(
        ctx,
        found.isPresent() ? 200 : 404,
        found.map(post -> TimelinePage.single(post, replies(post))).orElseGet(TimelinePage::gone));
  }

  private List<Post> replies(Post post) {
    return timeline
        .all()
        .filter(other -> other.replyTo().map(post.id()::equals).orElse(false))
        .toList();
  }

  private void empty(RoutingContext ctx) {
    timeline.clear();
    counts.clear();
    journal.commit();
    ctx.response().setStatusCode(204).end();
  }

  private static void send(RoutingContext ctx, int status, String html) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self';"
                + " form-action 'self'; frame-ancestors 'self'; base-uri 'none'")
        .end(html);
  }
}
