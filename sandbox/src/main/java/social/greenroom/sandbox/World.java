package social.greenroom.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import social.greenroom.sandbox.call.KeyRoutes;
import social.greenroom.sandbox.call.Keys;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.composio.LinkedIn;
import social.greenroom.sandbox.composio.LinkedInAudience;
import social.greenroom.sandbox.composio.LinkedInImages;
import social.greenroom.sandbox.composio.LinkedInPosts;
import social.greenroom.sandbox.composio.UploadRoutes;
import social.greenroom.sandbox.composio.X;
import social.greenroom.sandbox.composio.XMedia;
import social.greenroom.sandbox.composio.XPeople;
import social.greenroom.sandbox.composio.XPosts;
import social.greenroom.sandbox.exchange.Counts;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.fault.FaultRoutes;
import social.greenroom.sandbox.fault.Faults;
import social.greenroom.sandbox.journal.Journal;
import social.greenroom.sandbox.mastodon.Mastodon;
import social.greenroom.sandbox.mcp.McpServer;
import social.greenroom.sandbox.media.MediaRoutes;
import social.greenroom.sandbox.media.MediaStore;
import social.greenroom.sandbox.media.UploadSlots;
import social.greenroom.sandbox.model.ModelRouter;
import social.greenroom.sandbox.timeline.Timeline;
import social.greenroom.sandbox.timeline.TimelineRoutes;

/** Everything that the sandbox plays, on one router over one state. */
final class World implements AutoCloseable {
  private static final Logger LOG = System.getLogger(World.class.getName());
  private static final long MAX_BODY = 128L << 20;

  private final Router router;
  private final Journal journal;
  private final Optional<Path> passing;

  private World(Router router, Journal journal, Optional<Path> passing) {
    this.router = router;
    this.journal = journal;
    this.passing = passing;
  }

  static World open(Vertx vertx, SandboxConfig config, Origin origin) {
    var journal = Journal.open(config.stateDir());
    var passing = config.stateDir().isPresent() ? Optional.<Path>empty() : Optional.of(scratch());
    var directory = config.stateDir().orElseGet(passing::orElseThrow);
    var router = Router.router(vertx);
    router
        .route()
        .handler(
            BodyHandler.create(directory.resolve("incoming").toString())
                .setBodyLimit(MAX_BODY)
                .setDeleteUploadedFilesOnEnd(true))
        .failureHandler(World::failed);
    var faults = new Faults(config.latency());
    var counts = new Counts(journal);
    var exchange = new Exchange(vertx, journal, counts, faults);
    var keys = new Keys(journal);
    var timeline = new Timeline(journal, origin);
    var media = new MediaStore(journal, directory.resolve("media"));
    var slots = new UploadSlots(journal);

    new TimelineRoutes(timeline, counts, journal, origin).mount(router);
    new MediaRoutes(media).mount(router);
    new FaultRoutes(faults).mount(router);
    new KeyRoutes(keys, journal).mount(router);
    new UploadRoutes(exchange, keys, slots, media, origin).mount(router);
    var images = new LinkedInImages(media, slots, origin);
    var linkedIn =
        new LinkedIn(
            keys, new LinkedInPosts(timeline, images), images, new LinkedInAudience(timeline));
    new McpServer("/mcp/composio/linkedin", linkedIn, exchange).mount(router);
    var xMedia = new XMedia(media, slots);
    var x = new X(keys, new XPosts(timeline, xMedia), xMedia, new XPeople(timeline));
    new McpServer("/mcp/composio/x", x, exchange).mount(router);
    new Mastodon(exchange, journal, origin).mount(router, keys, timeline, media, slots);
    new ModelRouter(vertx, exchange, journal).mount(router);
    journal.replay();
    return new World(router, journal, passing);
  }

  Router router() {
    return router;
  }

  /** A request that nobody here foresaw: told in its answer, and in one line of the log. */
  private static void failed(RoutingContext ctx) {
    int status = ctx.statusCode() < 400 ? 500 : ctx.statusCode();
    var cause = ctx.failure();
    if (cause != null && status == 500) {
      LOG.log(Level.WARNING, "{0} {1}: {2}", ctx.request().method(), ctx.normalizedPath(), cause);
    }
    ctx.response().setStatusCode(status);
    ctx.json(new JsonObject().put("error", "The sandbox can't handle this request"));
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("sandbox-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    journal.close();
    passing.ifPresent(World::delete);
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Left {0} behind: {1}", directory, e.getMessage());
    }
  }
}
