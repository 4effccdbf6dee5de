package social.greenroom.sandbox.mastodon;

import io.vertx.ext.web.Router;
import social.greenroom.sandbox.call.Keys;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.exchange.Reply;
import social.greenroom.sandbox.journal.Journal;
import social.greenroom.sandbox.media.MediaStore;
import social.greenroom.sandbox.media.UploadSlots;
import social.greenroom.sandbox.timeline.Timeline;

/** A Mastodon instance under {@code /mastodon}. */
public final class Mastodon {
  private final Exchange exchange;
  private final Journal journal;
  private final Origin origin;

  public Mastodon(Exchange exchange, Journal journal, Origin origin) {
    this.exchange = exchange;
    this.journal = journal;
    this.origin = origin;
  }

  public void mount(
      Router router, Keys keys, Timeline timeline, MediaStore media, UploadSlots slots) {
    var apps = new Apps(journal);
    var codes = new Codes();
    var tokens = new Tokens(journal, keys);
    var front = new Front(exchange, tokens);
    var entities = new Entities(origin, timeline);
    var attachments = new Attachments(front, media, slots, entities);
    new OAuthRoutes(exchange, apps, codes, tokens).mount(router);
    new ConsentRoutes(apps, codes).mount(router);
    attachments.mount(router);
    new Statuses(front, timeline, attachments, new Idempotency(journal), entities).mount(router);
    router.get("/mastodon/api/v2/instance").handler(ctx -> ctx.json(entities.instance()));
    router
        .get("/mastodon/api/v1/accounts/verify_credentials")
        .handler(
            ctx ->
                front.admit(
                    ctx,
                    Operation.READ,
                    "read:accounts",
                    (handle, truncating) -> Reply.ok(entities.account(handle))));
  }
}
