package social.greenroom.sandbox.media;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /media/ID}: what was uploaded, as the timeline shows it. */
public final class MediaRoutes {
  private final MediaStore store;

  public MediaRoutes(MediaStore store) {
    this.store = store;
  }

  public void mount(Router router) {
    router.get("/media/:id").handler(this::serve);
  }

  private void serve(RoutingContext ctx) {
    store
        .find(ctx.pathParam("id"))
        .ifPresentOrElse(
            media ->
                ctx.response()
                    .putHeader("Content-Type", media.kind().mediaType())
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Cache-Control", "private, max-age=3600")
                    .sendFile(store.file(media).toString()),
            () -> ctx.response().setStatusCode(404).end());
  }
}
