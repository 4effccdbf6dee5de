package social.greenroom.sandbox.call;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.greenroom.sandbox.journal.Journal;

/** {@code /revocations}: takes a key's access away, and gives all of it back. */
public final class KeyRoutes {
  private final Keys keys;
  private final Journal journal;

  public KeyRoutes(Keys keys, Journal journal) {
    this.keys = keys;
    this.journal = journal;
  }

  public void mount(Router router) {
    router
        .post("/revocations")
        .handler(
            ctx -> {
              keys.revoke(ctx.body().asJsonObject().getString("key", ""));
              done(ctx);
            });
    router
        .delete("/revocations")
        .handler(
            ctx -> {
              keys.reinstate();
              done(ctx);
            });
  }

  private void done(RoutingContext ctx) {
    journal.commit();
    ctx.response().setStatusCode(204).end();
  }
}
