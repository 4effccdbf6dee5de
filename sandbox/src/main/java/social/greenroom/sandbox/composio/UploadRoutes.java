package social.greenroom.sandbox.composio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Keys;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.exchange.PlainDialect;
import social.greenroom.sandbox.exchange.Reply;
import social.greenroom.sandbox.media.MediaStore;
import social.greenroom.sandbox.media.UploadSlots;

/** Where bytes go: LinkedIn's upload addresses, and Composio's own store of files for its tools. */
public final class UploadRoutes {
  private final Exchange exchange;
  private final Keys keys;
  private final UploadSlots slots;
  private final MediaStore media;
  private final Origin origin;

  public UploadRoutes(
      Exchange exchange, Keys keys, UploadSlots slots, MediaStore media, Origin origin) {
    this.exchange = exchange;
    this.keys = keys;
    this.slots = slots;
    this.media = media;
    this.origin = origin;
  }

  public void mount(Router router) {
    router.put("/uploads/:network/:id").handler(this::put);
    router.post("/api/v3/files/upload/request").handler(this::request);
  }

  private void put(RoutingContext ctx) {
    var network = Network.named(ctx.pathParam("network"));
    var id = ctx.pathParam("id");
    var owner = network.flatMap(known -> slots.owner(known.key(), id));
    if (network.isEmpty() || owner.isEmpty()) {
      Reply.refused(404, new JsonObject().put("error", "No such upload")).send(ctx.response());
      return;
    }
    var handle = owner.get().substring(owner.get().indexOf(':') + 1);
    exchange.answer(
        ctx,
        new Caller(network.get(), handle, Operation.MEDIA),
        new PlainDialect(),
        truncating ->
            Optional.ofNullable(ctx.body().buffer())
                .flatMap(bytes -> media.keep(id, owner.get(), bytes.getBytes(), ""))
                .map(kept -> new Reply(201, Map.of(), Buffer.buffer(), true))
                .orElseGet(
                    () ->
                        Reply.refused(
                            415, new JsonObject().put("error", "Unsupported media type"))));
  }

  private void request(RoutingContext ctx) {
    var key = ctx.request().getHeader("x-api-key");
    var handle = keys.handle(key == null ? "" : key);
    if (handle.isEmpty()) {
      Reply.refused(401, new JsonObject().put("error", "Unauthorized")).send(ctx.response());
      return;
    }
    exchange.answer(
        ctx,
        new Caller(Network.X, handle.get(), Operation.MEDIA),
        new PlainDialect(),
        truncating -> {
          var id = slots.open(Network.X.key(), XMedia.owner(handle.get()));
          return Reply.ok(
              new JsonObject()
                  .put("id", id)
                  .put("key", id)
                  .put("new_presigned_url", origin.at("/uploads/x/" + id))
                  .put("newPresignedUrl", origin.at("/uploads/x/" + id)));
        });
  }
}
